using Battery.PowerShell.Interop;

namespace Battery;

// The time to any percentage. The library computes it, from the values that this object has.
public sealed partial class BatteryInfo
{
    /// <summary>
    /// The time until the battery is at a percentage: upwards while it charges, downwards while it discharges. To 95 % and above it
    /// allows for the slower end of a charge. Whole seconds. Null if unknown, and where the battery does not get there: it neither
    /// charges nor discharges, is beyond the percentage, or has a charge limit below it.
    /// </summary>
    /// <param name="percentage">The percentage, 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is below 0 or above 100.</exception>
    public unsafe TimeSpan? TimeTo(double percentage)
    {
        if (percentage is not (>= 0 and <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(percentage), percentage, "A percentage is from 0 to 100.");
        }

        NativeBatteryInfo info = ToNative();
        ulong seconds = NativeMethods.battery_info_time_to_percentage(&info, (nuint)sizeof(NativeBatteryInfo), (float)percentage);
        return seconds == ulong.MaxValue ? null : TimeSpan.FromSeconds(seconds);
    }
}
