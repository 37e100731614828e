namespace Battery.Core.Estimation;

/// <summary>What a battery does with its energy, as far as a time estimate is concerned.</summary>
internal enum EstimateFlow
{
    /// <summary>Neither charging nor discharging, or not known. There is no estimate.</summary>
    None = 0,

    /// <summary>The battery loses energy: the estimate is the time until it is empty.</summary>
    Discharging = 1,

    /// <summary>The battery gains energy: the estimate is the time until it is full or at its limit.</summary>
    Charging = 2,
}
