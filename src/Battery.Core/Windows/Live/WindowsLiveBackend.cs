using System.Runtime.Versioning;
using Battery.Core.ChargeLimits;
using Battery.Core.Sources;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Live;

/// <summary>The running system.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsLiveBackend : IWindowsBackend
{
    public List<IBatteryClassDevice> ListDevices() => SetupApi.ListBatteries().ConvertAll<IBatteryClassDevice>(static path => new LiveBatteryDevice(path));

    public int QueryPowerStatus(Span<byte> response) => Kernel32.QueryPowerStatus(response);

    public string ChargeLimitReason => $"Windows has no interface for charge limits; {VendorTools.OnWindows(MachineRegistry.Vendor)}";

    public IChangeNotifier OpenNotifier() => new WindowsChangeNotifier();
}
