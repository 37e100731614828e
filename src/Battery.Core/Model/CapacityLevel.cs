namespace Battery.Core.Model;

/// <summary>The coarse level that some batteries report beside, or instead of, a percentage.</summary>
public enum CapacityLevel
{
    /// <summary>The machine does not say.</summary>
    Unknown = 0,

    /// <summary>Almost empty: the machine is about to switch off.</summary>
    Critical = 1,

    /// <summary>Low.</summary>
    Low = 2,

    /// <summary>Neither low nor high.</summary>
    Normal = 3,

    /// <summary>High.</summary>
    High = 4,

    /// <summary>Full.</summary>
    Full = 5,
}
