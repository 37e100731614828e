using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>What is going on with a battery.</summary>
internal static class PowerFlowRule
{
    // A percentage that is shown as 100 %.
    private const double FullPercentage = 99.5;

    /// <summary>The power flow.</summary>
    /// <param name="battery">What the battery reports.</param>
    /// <param name="power">Whether external power is connected.</param>
    /// <param name="isOtherActive">Whether another battery of the system charges or discharges.</param>
    public static PowerFlow Flow(in FlowReading battery, ExternalPower power, bool isOtherActive) => Connected(battery, power, isOtherActive) switch
    {
        true => OnExternalPower(battery, isOtherActive),
        false => OnBattery(battery, isOtherActive),
        null => WithoutAdapters(battery, isOtherActive),
    };

    // A battery that charges is on external power, whatever the adapters report. Where none is reported, a battery that neither charges
    // nor discharges is, too, unless another one supplies the machine. The machine's adapters power no peripheral.
    private static bool? Connected(in FlowReading battery, ExternalPower power, bool isOtherActive) =>
        battery.State == BatteryState.Charging ? true
        : battery.IsOfSystem && power != ExternalPower.Unknown ? power == ExternalPower.Online
        : !isOtherActive && battery is { State: BatteryState.NotCharging } or { State: BatteryState.Unknown, Rests: true } ? true
        : null;

    private static PowerFlow OnExternalPower(in FlowReading battery, bool isOtherActive) => battery switch
    {
        { State: BatteryState.Full } => PowerFlow.Full,
        { Flows: true, Change: < 0 } => PowerFlow.DischargingOnExternalPower,
        { Flows: true, State: BatteryState.NotCharging } => PowerFlow.Idle,
        { Flows: true } => PowerFlow.Charging,
        { Rests: true } or { State: BatteryState.NotCharging or BatteryState.Empty } => AtRest(battery, isOtherActive),
        { State: BatteryState.Charging } => PowerFlow.Charging,
        { State: BatteryState.Discharging } => PowerFlow.DischargingOnExternalPower,
        _ => PowerFlow.Unknown,
    };

    private static PowerFlow AtRest(in FlowReading battery, bool isOtherActive) =>
        IsInhibited(battery) ? PowerFlow.Inhibited
        : IsAtTop(battery) ? PowerFlow.Full
        : IsHeld(battery) ? PowerFlow.Held
        : battery.State == BatteryState.Charging && !(battery.Change == 0 && isOtherActive) ? PowerFlow.Charging
        : PowerFlow.Idle;

    private static bool IsInhibited(in FlowReading battery) =>
        battery.Behavior is ChargeBehavior.InhibitCharge or ChargeBehavior.InhibitChargeAwake
        || battery.Type == ChargeType.Bypass
        || battery.Hold == ChargeHold.Inhibited;

    private static bool IsAtTop(in FlowReading battery) =>
        battery.Hold == ChargeHold.Full
        || (battery.Percentage >= FullPercentage && battery.State != BatteryState.Charging && !battery.Limit.IsInForce && battery.Hold == ChargeHold.None);

    private static bool IsHeld(in FlowReading battery) => battery.Hold == ChargeHold.AtLimit || battery.Limit.Explains(battery.Percentage);

    // Unplugged, whatever the limits are. Drivers keep a state for a while after the adapter was removed.
    private static PowerFlow OnBattery(in FlowReading battery, bool isOtherActive) => battery switch
    {
        { Flows: true } => PowerFlow.Discharging,
        { State: BatteryState.Full } => PowerFlow.Full,
        { State: BatteryState.Empty } => PowerFlow.Idle,
        { State: BatteryState.Discharging, Rests: false } => PowerFlow.Discharging,
        { State: BatteryState.Unknown, Rests: false } => PowerFlow.Unknown,
        _ => isOtherActive ? PowerFlow.Idle : PowerFlow.Discharging,
    };

    private static PowerFlow WithoutAdapters(in FlowReading battery, bool isOtherActive) => battery switch
    {
        { State: BatteryState.Full } => PowerFlow.Full,
        { Flows: true } => battery.Change < 0 ? PowerFlow.Discharging : PowerFlow.Charging,
        { State: BatteryState.Empty } => PowerFlow.Idle,
        { State: BatteryState.Discharging } => battery.Rests && isOtherActive ? PowerFlow.Idle : PowerFlow.Discharging,
        { Rests: true } or { State: BatteryState.NotCharging } => PowerFlow.Idle,
        _ => PowerFlow.Unknown,
    };
}
