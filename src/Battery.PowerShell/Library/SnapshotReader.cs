using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>Copies a battery's values from the library.</summary>
internal static unsafe class SnapshotReader
{
    public static BatteryInfo Read(nint battery, string source)
    {
        NativeBatteryInfo info;
        if (NativeMethods.battery_get_info(battery, &info, (nuint)sizeof(NativeBatteryInfo)) != 0)
        {
            throw LastError.ToException();
        }

        NativeEstimate estimate;
        if (NativeMethods.battery_get_estimate(battery, &estimate, (nuint)sizeof(NativeEstimate)) != 0)
        {
            throw LastError.ToException();
        }

        TimeLeftEstimate left = TimeLeftEstimate.Of(estimate);
        return new BatteryInfo(battery, info)
        {
            Timestamp = DateTime.UtcNow,
            Source = source,
            AverageRate = left.AverageRate,
            TimeLeft = left.Time,
            TimeLeftLow = left.Low,
            TimeLeftHigh = left.High,
        };
    }

    /// <summary>Whether a value is reported, and refused because it is implausible.</summary>
    public static bool IsImplausible(nint battery, BatteryField field) =>
        NativeMethods.battery_field_status(battery, field) == ValueStatus.Implausible;

    /// <summary>A number, or null if it is unknown.</summary>
    public static double? Known(double value) => double.IsNaN(value) ? null : value;

    /// <summary>A duration in whole seconds, or null if it is unknown.</summary>
    public static TimeSpan? Time(double seconds) => double.IsNaN(seconds) ? null : TimeSpan.FromSeconds(Math.Round(seconds));

    /// <summary>A count, or null if it is unknown.</summary>
    public static int? Count(uint count) => count == uint.MaxValue ? null : (int)count;

    /// <summary>A day, or null if it is unknown.</summary>
    public static DateTime? Date(uint yyyymmdd) => yyyymmdd == uint.MaxValue
        ? null
        : new((int)(yyyymmdd / 10_000), (int)(yyyymmdd / 100 % 100), (int)(yyyymmdd % 100), 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The number of a day, as the library has it.</summary>
    public static uint Day(DateTime? date) =>
        date is { } day ? (uint)((day.Year * 10_000) + (day.Month * 100) + day.Day) : uint.MaxValue;
}
