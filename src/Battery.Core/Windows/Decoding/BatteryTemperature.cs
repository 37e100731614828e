using System.Buffers.Binary;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// BatteryTemperature: 4 bytes, tenths of a kelvin
/// (https://learn.microsoft.com/windows/win32/power/battery-query-information-str).
/// </summary>
internal static class BatteryTemperature
{
    // 1000 K in tenths and 10 K in thousandths: both are implausible for a battery.
    private const long LeastThousandths = 10_000;

    private const long FreezingPoint = 27_315;

    /// <summary>The temperature in hundredths of °C. One ARM tablet counts in thousandths of a kelvin.</summary>
    public static RawValue Decode(ReadOnlySpan<byte> response)
    {
        if (response.Length < sizeof(uint))
        {
            return RawValue.Unknown(ValueQuality.Malformed);
        }

        RawValue kelvin = Sentinels.ToUnknown(BinaryPrimitives.ReadUInt32LittleEndian(response));
        return kelvin switch
        {
            { IsKnown: false } => kelvin,
            { Number: 0 } => RawValue.Unknown(ValueQuality.ReportedUnknown),
            { Number: < LeastThousandths } => RawValue.Known((kelvin.Number * 10) - FreezingPoint),
            _ => RawValue.Known((kelvin.Number / 10) - FreezingPoint),
        };
    }
}
