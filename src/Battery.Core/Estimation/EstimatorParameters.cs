namespace Battery.Core.Estimation;

/// <summary>The constants of the estimator. They were fitted on recorded runs; docs/estimates.md has the method and the figures.</summary>
internal sealed record EstimatorParameters
{
    /// <summary>The fitted constants.</summary>
    public static EstimatorParameters Default { get; } = new();

    /// <summary>Discharging.</summary>
    public FlowParameters Discharging { get; init; } = new(660, 210, 0.7, 12600, 25200);

    /// <summary>Charging in the phase of constant current.</summary>
    public FlowParameters Charging { get; init; } = new(300, 150, 1, 450, 7200);

    /// <summary>The time constant of the second phase of charging, in seconds.</summary>
    public double ChargeTimeConstant { get; init; } = 1800;

    /// <summary>How far from the ideal end charging is stopped, as a part of the full capacity.</summary>
    public double ChargeEnd { get; init; } = 0.03;

    /// <summary>By how much an estimate may fall in a minute beyond the minute that passed, as a part of itself.</summary>
    public double FallPerMinute { get; init; } = 0.07;

    /// <summary>By how much an estimate may rise in a minute, as a part of itself.</summary>
    public double RisePerMinute { get; init; } = 0.024;

    /// <summary>The time constant with which an estimate follows the computed time, in seconds.</summary>
    public double FollowSeconds { get; init; } = 150;

    /// <summary>The interval while discharging.</summary>
    public IntervalParameters DischargingInterval { get; init; } = new(0.12, 0.3, 0.12, 1);

    /// <summary>The interval while charging.</summary>
    public IntervalParameters ChargingInterval { get; init; } = new(0.22, 0.2, 0, 0);
}
