using System.Runtime.Versioning;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Live;

/// <summary>
/// A device of the running system. It is open during a reading only: an open device prevents a dock or a
/// UPS from being ejected.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class LiveBatteryDevice(string path) : IBatteryClassDevice
{
    private SafeFileHandle? _device;

    public string Path => path;

    public int QueryTag(out uint tag)
    {
        int error = Open();
        tag = 0;
        return error == Win32Error.None ? BatteryIoctl.QueryTag(_device!, out tag) : error;
    }

    public int QueryInformation(uint tag, BatteryInformationLevel level, Span<byte> response, out int length)
    {
        int error = Open();
        length = 0;
        return error == Win32Error.None ? BatteryIoctl.QueryInformation(_device!, tag, level, response, out length) : error;
    }

    public int QueryStatus(uint tag, Span<byte> response, out int length)
    {
        int error = Open();
        length = 0;
        return error == Win32Error.None ? BatteryIoctl.QueryStatus(_device!, tag, response, out length) : error;
    }

    public void Release()
    {
        _device?.Dispose();
        _device = null;
    }

    private int Open()
    {
        if (_device is not null)
        {
            return Win32Error.None;
        }

        SafeFileHandle device = Kernel32.OpenDevice(path, isOverlapped: false, out int error);
        if (error != Win32Error.None)
        {
            device.Dispose();
            return error;
        }

        _device = device;
        return Win32Error.None;
    }
}
