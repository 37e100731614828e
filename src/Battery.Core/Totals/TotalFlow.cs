using Battery.Core.Model;

namespace Battery.Core.Totals;

/// <summary>The power flow of several batteries as one.</summary>
internal static class TotalFlow
{
    /// <summary>Whether energy flows into or out of the batteries.</summary>
    public static bool IsActive(PowerFlow flow) => flow is PowerFlow.Charging or PowerFlow.Discharging or PowerFlow.DischargingOnExternalPower;

    /// <summary>
    /// The power of one battery in the sum, W, positive into the battery. One that neither charges nor discharges has no direction: a
    /// rate that is reported for it counts as 0, one that is not reported is unknown.
    /// </summary>
    public static double Power(in TotalPart battery) => battery.PowerFlow switch
    {
        PowerFlow.Held or PowerFlow.Inhibited or PowerFlow.Full or PowerFlow.Idle => battery.EnergyRate * 0,
        PowerFlow.Unknown => battery.EnergyRate == 0 ? 0 : double.NaN,
        _ => double.IsNaN(battery.SignedPower) ? battery.EnergyRate * 0 : battery.SignedPower,
    };

    /// <summary>The power flow: the sign of the sum of the powers decides.</summary>
    /// <param name="batteries">The batteries.</param>
    /// <param name="power">The sum; NaN if unknown.</param>
    public static PowerFlow Flow(TotalPart[] batteries, double power)
    {
        bool isCharging = Any(PowerFlow.Charging);
        bool isOnExternalPower = Any(PowerFlow.DischargingOnExternalPower);
        bool isDischarging = isOnExternalPower || Any(PowerFlow.Discharging);
        PowerFlow discharging = isOnExternalPower ? PowerFlow.DischargingOnExternalPower : PowerFlow.Discharging;
        return (isCharging, isDischarging) switch
        {
            // One charges the other, or both supply the machine.
            (true, true) => power switch
            {
                > 0 => PowerFlow.Charging,
                < 0 => discharging,
                _ => PowerFlow.Unknown,
            },
            (true, false) => PowerFlow.Charging,
            (false, true) => discharging,
            _ when Any(PowerFlow.Held) => PowerFlow.Held,
            _ when Any(PowerFlow.Inhibited) => PowerFlow.Inhibited,
            _ when Array.TrueForAll(batteries, static battery => battery.PowerFlow == PowerFlow.Full) => PowerFlow.Full,
            _ when Any(PowerFlow.Unknown) => PowerFlow.Unknown,
            _ => PowerFlow.Idle,
        };

        bool Any(PowerFlow flow) => Array.Exists(batteries, battery => battery.PowerFlow == flow);
    }

    /// <summary>The state, in the same way.</summary>
    /// <param name="batteries">The batteries.</param>
    /// <param name="power">The sum; NaN if unknown.</param>
    public static BatteryState State(TotalPart[] batteries, double power)
    {
        return (Any(BatteryState.Charging), Any(BatteryState.Discharging)) switch
        {
            (true, true) => power switch
            {
                > 0 => BatteryState.Charging,
                < 0 => BatteryState.Discharging,
                _ => BatteryState.Unknown,
            },
            (true, false) => BatteryState.Charging,
            (false, true) => BatteryState.Discharging,
            _ when Array.TrueForAll(batteries, battery => battery.State == batteries[0].State) => batteries[0].State,
            _ when Array.TrueForAll(batteries, static battery => battery.State is BatteryState.Full or BatteryState.NotCharging) => BatteryState.NotCharging,
            _ => BatteryState.Unknown,
        };

        bool Any(BatteryState state) => Array.Exists(batteries, battery => battery.State == state);
    }
}
