using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>What one battery reports about its power flow. The flow follows from it, external power and the other batteries.</summary>
/// <param name="State">The state.</param>
/// <param name="IsOfSystem">Whether it is a battery of the system.</param>
/// <param name="Percentage">The percentage; NaN if unknown.</param>
/// <param name="Power">The power, W, with the sign that the driver and the state give it.</param>
/// <param name="Change">By which part of the full capacity the charge changes in an hour, with the same sign; NaN if unknown.</param>
/// <param name="Limit">Where charging ends.</param>
/// <param name="Behavior">What the machine is set to do.</param>
/// <param name="Type">The charge type in force.</param>
/// <param name="Hold">The charger's reason not to charge.</param>
internal readonly record struct FlowReading(
    BatteryState State,
    bool IsOfSystem,
    double Percentage,
    Measurement Power,
    double Change,
    ChargeLimitRule Limit,
    ChargeBehavior Behavior,
    ChargeType Type,
    ChargeHold Hold)
{
    // Less than 1 % of the capacity in an hour is a rest, not a flow: gauges report some milliamperes of a battery that is held.
    private const double LeastChange = 0.01;

    /// <summary>Whether a current flows that matters.</summary>
    public bool Flows => Math.Abs(Change) >= LeastChange;

    /// <summary>Whether it is known that none does.</summary>
    public bool Rests => Math.Abs(Change) < LeastChange;

    /// <summary>Whether the battery is in use: a current flows, or is not reported and the state is one in which it does.</summary>
    public bool IsActive => IsOfSystem && (Flows || (double.IsNaN(Change) && State is BatteryState.Charging or BatteryState.Discharging));

    /// <summary>Takes from a reading and the values so far what the flow depends on.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="snapshot">The values of the same reading.</param>
    /// <param name="signedRate">The power with the driver's sign.</param>
    /// <param name="limit">Where charging ends.</param>
    public static FlowReading Of(RawReading raw, BatterySnapshot snapshot, Measurement signedRate, ChargeLimitRule limit)
    {
        double current = snapshot.Number(BatteryField.Current);
        BatteryState state = snapshot.State;
        double sign = state == BatteryState.Discharging || signedRate.Value < 0 || current < 0 ? -1 : 1;
        RawValue hold = raw[SupplyProperty.ChargeHold];
        return new(
            state,
            snapshot.Scope == BatteryScope.System,
            snapshot.Number(BatteryField.Percentage),
            signedRate.Magnitude.Times(sign),
            sign * HourlyChange(signedRate.Magnitude.Value, Math.Abs(current), snapshot),
            limit,
            (ChargeBehavior)snapshot.Code(BatteryField.ChargeBehavior),
            (ChargeType)snapshot.Code(BatteryField.ChargeType),
            hold.IsKnown ? (ChargeHold)hold.Number : ChargeHold.None);
    }

    private static double HourlyChange(double power, double current, BatterySnapshot snapshot)
    {
        double byEnergy = power / Capacity(snapshot, BatteryField.EnergyFull, BatteryField.EnergyFullDesign);
        double byCharge = current / Capacity(snapshot, BatteryField.ChargeFull, BatteryField.ChargeFullDesign);
        double change = double.IsNaN(byEnergy) ? byCharge : byEnergy;

        // Without a capacity every current but 0 matters.
        double rate = double.IsNaN(power) ? current : power;
        return !double.IsNaN(change) ? change : rate > 0 ? double.PositiveInfinity : rate;
    }

    private static double Capacity(BatterySnapshot snapshot, BatteryField full, BatteryField design) =>
        snapshot.Number(full) is var known && !double.IsNaN(known) ? known : snapshot.Number(design);
}
