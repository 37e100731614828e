using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.MacOS.Decoding;

/// <summary>The gauge's numbers in the units of a <see cref="RawReading"/>.</summary>
internal static class SmartBatteryUnits
{
    // Larger than any plausible value, and small enough to be multiplied.
    private const long Largest = 1_000_000_000_000;
    private const long Thousand = 1000;
    private const long SecondsPerMinute = 60;

    /// <summary>mAh, mV or mA as µAh, µV or µA.</summary>
    public static RawValue Micro(long? milli) => Times(milli, Thousand);

    /// <summary>
    /// mA with its sign restored: a register of 16 or 32 bits that was read as unsigned
    /// (for 64 bits the number's parser does so). No Mac's battery has a current of 32 A.
    /// </summary>
    public static RawValue MicroSigned(long? milli) => Micro(milli switch
    {
        >= 1L << 15 and < 1L << 16 => milli - (1L << 16),
        >= 1L << 31 and < 1L << 32 => milli - (1L << 32),
        _ => milli,
    });

    /// <summary>Minutes as seconds. 65535 is unknown, and so is 0, which is reported if nothing charges or discharges.</summary>
    public static RawValue Seconds(long? minutes) =>
        minutes is <= 0 or Sentinels.AllOnes16 ? RawValue.Unknown(ValueQuality.ReportedUnknown) : Times(minutes, SecondsPerMinute);

    public static RawValue Times(long? number, long factor) =>
        number is not { } known ? RawValue.Unknown(ValueQuality.Missing)
        : known is > -Largest and < Largest ? RawValue.Known(known * factor)
        : RawValue.Unknown(ValueQuality.OutOfRange);
}
