using System.Buffers.Binary;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// BatteryEstimatedTime: 4 bytes, seconds until empty at the present rate; BATTERY_UNKNOWN_TIME, mainly
/// while the battery is not discharging (https://learn.microsoft.com/windows/win32/power/battery-query-information-str).
/// </summary>
internal static class BatteryEstimatedTime
{
    /// <summary>The time in seconds.</summary>
    public static RawValue Decode(ReadOnlySpan<byte> response) => response.Length < sizeof(uint)
        ? RawValue.Unknown(ValueQuality.Malformed)
        : Sentinels.ToUnknown(BinaryPrimitives.ReadUInt32LittleEndian(response));
}
