using Battery.Core.Model;

namespace Battery.Core.Windows.Decoding;

/// <summary>SYSTEM_POWER_STATUS of winbase.h, 12 bytes (https://learn.microsoft.com/windows/win32/api/winbase/ns-winbase-system_power_status).</summary>
internal static class SystemPowerStatus
{
    /// <summary>The size of the output buffer.</summary>
    public const int Size = 12;

    private const byte Offline = 0;
    private const byte Online = 1;

    /// <summary>
    /// Whether external power is connected: ACLineStatus, the first byte. Not POWER_ON_LINE of the batteries: a
    /// machine without a battery has external power too, and a UPS reports its own.
    /// </summary>
    public static ExternalPower Decode(ReadOnlySpan<byte> response) => response.Length < Size
        ? ExternalPower.Unknown
        : response[0] switch
        {
            Offline => ExternalPower.Offline,
            Online => ExternalPower.Online,
            _ => ExternalPower.Unknown,
        };
}
