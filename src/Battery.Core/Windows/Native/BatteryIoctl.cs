using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.Windows.Decoding;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>The three questions of the battery class (poclass.h), put to an open device.</summary>
[SupportedOSPlatform("windows")]
internal static class BatteryIoctl
{
    /// <summary>IOCTL_BATTERY_QUERY_TAG.</summary>
    public const uint TagCode = 0x294040;

    /// <summary>IOCTL_BATTERY_QUERY_STATUS.</summary>
    public const uint StatusCode = 0x29404C;

    private const uint InformationCode = 0x294044;

    public static int QueryTag(SafeFileHandle device, out uint tag)
    {
        // The question is how long to wait for a battery: not at all.
        ReadOnlySpan<uint> question = [0];
        Span<uint> answer = [0];
        int error = Kernel32.Ioctl(device, TagCode, MemoryMarshal.AsBytes(question), MemoryMarshal.AsBytes(answer), out _);
        tag = answer[0];
        return error;
    }

    public static int QueryInformation(SafeFileHandle device, uint tag, BatteryInformationLevel level, Span<byte> answer, out int length)
    {
        // BATTERY_QUERY_INFORMATION. The last is the rate for which a time is estimated: 0 is the present one.
        ReadOnlySpan<uint> question = [tag, (uint)level, 0];
        return Kernel32.Ioctl(device, InformationCode, MemoryMarshal.AsBytes(question), answer, out length);
    }

    public static int QueryStatus(SafeFileHandle device, uint tag, Span<byte> answer, out int length)
    {
        // BATTERY_WAIT_STATUS with no time to wait: the conditions behind it mean nothing.
        ReadOnlySpan<uint> question = [tag, 0, 0, 0, 0];
        return Kernel32.Ioctl(device, StatusCode, MemoryMarshal.AsBytes(question), answer, out length);
    }
}
