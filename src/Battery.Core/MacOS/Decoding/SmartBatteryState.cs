using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.MacOS.Decoding;

/// <summary>What the battery is doing, from three flags.</summary>
internal static class SmartBatteryState
{
    /// <summary>Whether the machine is fed from outside; null where no key says so.</summary>
    public static bool? IsExternalConnected(SmartBattery battery) =>
        battery.Flag(SmartBatteryKeys.ExternalConnected) ?? battery.Flag(SmartBatteryKeys.AppleRawExternalConnected);

    /// <summary>
    /// Without external power it discharges, whatever the other two still say: FullyCharged stays Yes for a while after
    /// unplugging. With it, a battery that neither charges nor is full is held (by optimised charging, a charge limit, the
    /// heat), which is a state of its own.
    /// </summary>
    public static RawValue State(SmartBattery battery) =>
        (IsExternalConnected(battery), battery.Flag(SmartBatteryKeys.IsCharging), battery.Flag(SmartBatteryKeys.FullyCharged)) switch
        {
            (false, _, _) => Known(BatteryState.Discharging),
            (_, true, _) => Known(BatteryState.Charging),
            (true, _, true) => Known(BatteryState.Full),
            (true, false, _) => Known(BatteryState.NotCharging),
            _ => RawValue.Unknown(ValueQuality.Missing),
        };

    private static RawValue Known(BatteryState state) => RawValue.Known((int)state);
}
