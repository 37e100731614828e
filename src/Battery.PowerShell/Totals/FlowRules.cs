namespace Battery.PowerShell.Totals;

/// <summary>The power flow of several batteries as one.</summary>
internal static class FlowRules
{
    /// <summary>Whether energy flows into or out of the batteries.</summary>
    public static bool IsActive(PowerFlow flow) => flow is PowerFlow.Charging or PowerFlow.Discharging or PowerFlow.DischargingOnExternalPower;

    /// <summary>
    /// The power of one battery in the sum, W, positive into the battery. One that neither charges nor discharges has no direction: a
    /// rate that is reported for it counts as 0, one that is not reported is unknown.
    /// </summary>
    public static double? Power(BatteryInfo battery) => battery.PowerFlow switch
    {
        PowerFlow.Held or PowerFlow.Inhibited or PowerFlow.Full or PowerFlow.Idle => battery.EnergyRate * 0,
        PowerFlow.Unknown => battery.EnergyRate is 0 ? 0 : null,
        _ => battery.SignedPower ?? battery.EnergyRate * 0,
    };

    /// <summary>The power flow: the sign of the sum of the powers decides.</summary>
    /// <param name="batteries">The batteries.</param>
    /// <param name="power">The sum; null if unknown.</param>
    public static PowerFlow Flow(IReadOnlyList<BatteryInfo> batteries, double? power)
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
            _ when batteries.All(static battery => battery.PowerFlow == PowerFlow.Full) => PowerFlow.Full,
            _ when Any(PowerFlow.Unknown) => PowerFlow.Unknown,
            _ => PowerFlow.Idle,
        };

        bool Any(PowerFlow flow) => batteries.Any(battery => battery.PowerFlow == flow);
    }
}
