using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.Model;

namespace Battery.Core.Windows.Native;

/// <summary>The functions of setupapi.dll that list the devices of the battery class.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class SetupApi
{
    private const uint PresentInterfaces = 0x2 | 0x10;

    // SP_DEVICE_INTERFACE_DETAIL_DATA_W: its size, then the path. cbSize is the size of the struct with padding.
    private const int PathOffset = sizeof(uint);
    private const uint DetailSize = 8;

    /// <summary>The class of battery devices: GUID_DEVICE_BATTERY of poclass.h.</summary>
    public static Guid BatteryClass { get; } = new(0x72631e54, 0x78A4, 0x11d0, 0xbc, 0xf7, 0x00, 0xaa, 0x00, 0xb7, 0xb3, 0x2a);

    /// <summary>The paths of the battery devices that are present, empty bays too.</summary>
    /// <exception cref="BatteryException">The devices cannot be listed.</exception>
    public static List<string> ListBatteries()
    {
        Guid batteryClass = BatteryClass;
        using DeviceInformationSet set = SetupDiGetClassDevsW(&batteryClass, null, 0, PresentInterfaces);
        if (set.IsInvalid)
        {
            throw new BatteryException(BatteryError.Io, $"cannot list the batteries: Windows reported error {Marshal.GetLastPInvokeError()}");
        }

        var paths = new List<string>();
        var found = new DeviceInterface { Size = (uint)sizeof(DeviceInterface) };
        for (uint index = 0; SetupDiEnumDeviceInterfaces(set, 0, &batteryClass, index, &found); index++)
        {
            // A device that is being removed has no path; the others have.
            if (PathOf(set, &found) is { } path)
            {
                paths.Add(path);
            }
        }

        int error = Marshal.GetLastPInvokeError();
        return error == Win32Error.NoMoreItems
            ? paths
            : throw new BatteryException(BatteryError.Io, $"cannot list the batteries: Windows reported error {error}");
    }

    private static string? PathOf(DeviceInformationSet set, DeviceInterface* found)
    {
        _ = SetupDiGetDeviceInterfaceDetailW(set, found, null, 0, out uint size, 0);
        if (size <= PathOffset)
        {
            return null;
        }

        // Space for a terminating NUL.
        byte[] detail = new byte[Math.Max(size, DetailSize) + sizeof(char)];
        fixed (byte* start = detail)
        {
            *(uint*)start = DetailSize;
            return SetupDiGetDeviceInterfaceDetailW(set, found, start, size, out _, 0)
                ? new string((char*)(start + PathOffset))
                : null;
        }
    }

    /// <summary>SP_DEVICE_INTERFACE_DATA.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct DeviceInterface
    {
        public uint Size;
        public Guid Class;
        public uint Flags;
        public nint Reserved;
    }

    // From the system's directory only, not from the program's.
    private const DllImportSearchPath Search = DllImportSearchPath.System32;

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("setupapi.dll", SetLastError = true)]
    private static partial DeviceInformationSet SetupDiGetClassDevsW(Guid* deviceClass, char* enumerator, nint window, uint flags);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("setupapi.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetupDiEnumDeviceInterfaces(DeviceInformationSet set, nint device, Guid* deviceClass, uint index, DeviceInterface* found);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("setupapi.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetupDiGetDeviceInterfaceDetailW(
        DeviceInformationSet set, DeviceInterface* found, byte* detail, uint size, out uint needed, nint device);
}
