namespace Battery.Core.Estimation;

/// <summary>The constants of the estimator. They were fitted on recorded runs; docs/estimates.md has the method and the figures.</summary>
internal sealed record EstimatorParameters
{
    /// <summary>The fitted constants.</summary>
    public static EstimatorParameters Default { get; } = new();

    /// <summary>Discharging.</summary>
    public FlowParameters Discharging { get; init; } = new(840, 420, 1, 9000, 24000);

    /// <summary>Charging in the phase of constant current.</summary>
    public FlowParameters Charging { get; init; } = new(300, 150, 1, 450, 7200);

    /// <summary>The time constant of the second phase of charging, in seconds.</summary>
    public double ChargeTimeConstant { get; init; } = 1440;

    /// <summary>How far from the ideal end charging is stopped, as a part of the full capacity.</summary>
    public double ChargeEnd { get; init; } = 0.015;

    /// <summary>By how much an estimate may fall in a minute beyond the minute that passed, as a part of itself.</summary>
    public double FallPerMinute { get; init; } = 0.07;

    /// <summary>By how much an estimate may rise in a minute, as a part of itself.</summary>
    public double RisePerMinute { get; init; } = 0.025;

    /// <summary>The interval while discharging.</summary>
    public IntervalParameters DischargingInterval { get; init; } = new(0.03, 0.2, 0.6, 1.5, 1.25, 0.3, 2);

    /// <summary>The interval while charging.</summary>
    public IntervalParameters ChargingInterval { get; init; } = new(0.2, 0.16, 0, 0, 0, 0, 1);
}
