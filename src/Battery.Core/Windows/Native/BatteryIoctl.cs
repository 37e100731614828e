using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.Windows.Decoding;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>The three ioctls of the battery class (poclass.h).</summary>
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
        // The input buffer is how long to wait for a battery: 0.
        ReadOnlySpan<uint> request = [0];
        Span<uint> response = [0];
        int error = Kernel32.Ioctl(device, TagCode, MemoryMarshal.AsBytes(request), MemoryMarshal.AsBytes(response), out _);
        tag = response[0];
        return error;
    }

    public static int QueryInformation(SafeFileHandle device, uint tag, BatteryInformationLevel level, Span<byte> response, out int length)
    {
        // BATTERY_QUERY_INFORMATION. The last is the rate for which a time is estimated: 0 is the present one.
        ReadOnlySpan<uint> request = [tag, (uint)level, 0];
        return Kernel32.Ioctl(device, InformationCode, MemoryMarshal.AsBytes(request), response, out length);
    }

    public static int QueryStatus(SafeFileHandle device, uint tag, Span<byte> response, out int length)
    {
        // BATTERY_WAIT_STATUS with a timeout of 0: the conditions after it are ignored.
        ReadOnlySpan<uint> request = [tag, 0, 0, 0, 0];
        return Kernel32.Ioctl(device, StatusCode, MemoryMarshal.AsBytes(request), response, out length);
    }
}
