namespace Battery.Core.Estimation;

/// <summary>The constants of the estimator. They were fitted on recorded runs; docs/estimates.md has the method and the figures.</summary>
public sealed record EstimatorParameters
{
    /// <summary>The fitted constants.</summary>
    public static EstimatorParameters Default { get; } = new();

    /// <summary>Discharging.</summary>
    public FlowParameters Discharging { get; init; } = new(750, 600, 1, 7200, 24300);

    /// <summary>Charging in the phase of constant current.</summary>
    public FlowParameters Charging { get; init; } = new(300, 600, 2, 600, 9300);

    /// <summary>The time constant of the second phase of charging, in seconds.</summary>
    public double ChargeTimeConstant { get; init; } = 1450;

    /// <summary>How far from the ideal end charging is stopped, as a part of the full capacity.</summary>
    public double ChargeEnd { get; init; } = 0.02;

    /// <summary>By how much an estimate may fall in a minute beyond the minute that passed, as a part of itself.</summary>
    public double FallPerMinute { get; init; } = 0.07;

    /// <summary>By how much an estimate may rise in a minute, as a part of itself.</summary>
    public double RisePerMinute { get; init; } = 0.03;

    /// <summary>The interval while discharging.</summary>
    public IntervalParameters DischargingInterval { get; init; } = new(0.1, 0.1, 0.8, 0.8, 0.6, 0.35, 2);

    /// <summary>The interval while charging.</summary>
    public IntervalParameters ChargingInterval { get; init; } = new(0.15, 0.2, 0, 0, 0, 0, 1);
}
