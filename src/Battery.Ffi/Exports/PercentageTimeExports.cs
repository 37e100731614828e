using System.Runtime.InteropServices;
using Battery.Core.Estimation;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>
/// The time until a battery is at a percentage: upwards while it charges, downwards while it discharges. It follows from one
/// reading; the estimate of <c>battery_get_estimate</c> is steadier.
/// </summary>
[Section(61, "The time to a percentage")]
[Since("0.2.0")]
public static unsafe class PercentageTimeExports
{
    /// <summary>The time until a battery is at a percentage. To 95 % and above, the time allows for the slower end of a charge.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="percentage">The percentage, 0 to 100.</param>
    /// <returns>
    /// Seconds; BATTERY_UNKNOWN_UINT64 if unknown: the battery neither charges nor discharges, is beyond the percentage, or has a
    /// charge limit below it.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_time_to_percentage")]
    public static ulong Get([Const] BatteryHandle* battery, float percentage) =>
        Guard.Run(((nint)battery, percentage), UnknownValues.UInt64, &OfBattery);

    /// <summary>The same for values that were read before.</summary>
    /// <param name="info">The values.</param>
    /// <param name="size"><c>sizeof(battery_info)</c>.</param>
    /// <param name="percentage">The percentage, 0 to 100.</param>
    /// <returns>Seconds; BATTERY_UNKNOWN_UINT64 if unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_info_time_to_percentage")]
    public static ulong OfInfo([Const] BatteryInfo* info, nuint size, float percentage) =>
        Guard.Run(((nint)info, size, percentage), UnknownValues.UInt64, &OfValues);

    private static ulong OfBattery((nint Battery, float Percentage) arguments)
    {
        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return UnknownValues.UInt64;
        }

        BatteryInfo info = device.Read(static device => BatteryInfo.From(device.Snapshot));
        return Seconds(info, arguments.Percentage);
    }

    private static ulong OfValues((nint Info, nuint Size, float Percentage) arguments)
    {
        var info = (BatteryInfo*)arguments.Info;
        if (Argument.IsAddress(info) && arguments.Size >= (nuint)sizeof(BatteryInfo))
        {
            return Seconds(*info, arguments.Percentage);
        }

        LastError.Set(BatteryError.InvalidArgument, "battery_info_time_to_percentage needs the address of a battery_info, and sizeof(battery_info)");
        return UnknownValues.UInt64;
    }

    private static ulong Seconds(in BatteryInfo info, float percentage)
    {
        if (percentage is not (>= 0 and <= 100))
        {
            LastError.Set(BatteryError.InvalidArgument, "a percentage is from 0 to 100");
            return UnknownValues.UInt64;
        }

        Measurement seconds = TimeToPercentage.Seconds(
            info.PowerFlow,
            (info.EnergyWh, info.EnergyFullWh, info.EnergyRateW),
            (info.ChargeAh, info.ChargeFullAh, info.CurrentA),
            info.Percentage,
            info.ChargeLimitPercent,
            percentage);
        if (!seconds.IsKnown)
        {
            LastError.Set(BatteryError.UnknownValue, $"the time to this percentage is not known: {seconds.Quality.Text()}");
            return UnknownValues.UInt64;
        }

        return (ulong)Math.Round(seconds.Value);
    }
}
