using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>
/// A registration for Plug and Play notifications: CM_Register_Notification of cfgmgr32.h. The system calls back on a thread of its own
/// (https://learn.microsoft.com/windows-hardware/drivers/install/registering-for-notification-of-device-interface-arrival-and-device-removal).
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe partial class DeviceNotification : IDisposable
{
    private const uint InterfaceFilter = 0;
    private const uint HandleFilter = 1;

    private readonly Action<DeviceEvent> _callback;
    private GCHandle _context;
    private nint _registration;

    private DeviceNotification(Action<DeviceEvent> callback) => _callback = callback;

    /// <summary>Registers for devices of a class that are added and removed.</summary>
    /// <returns>Null if the system has no such notifications.</returns>
    public static DeviceNotification? OfClass(Guid deviceClass, Action<DeviceEvent> callback)
    {
        Filter filter = new() { Size = (uint)sizeof(Filter), Type = InterfaceFilter, Class = deviceClass };
        return Register(&filter, callback);
    }

    /// <summary>Registers for the removal of an open device. The handle may be closed before the registration is.</summary>
    /// <returns>Null if the system has no such notifications.</returns>
    public static DeviceNotification? OfDevice(SafeFileHandle device, Action<DeviceEvent> callback)
    {
        Filter filter = new() { Size = (uint)sizeof(Filter), Type = HandleFilter, Device = device.DangerousGetHandle() };
        return Register(&filter, callback);
    }

    /// <summary>Ends the notifications. Not from a callback: it waits until the callbacks have returned.</summary>
    public void Dispose()
    {
        // As long as the system may call back, the context must stay valid.
        if (_registration != 0 && CM_Unregister_Notification(_registration) == Win32Error.None)
        {
            _registration = 0;
            _context.Free();
        }
    }

    private static DeviceNotification? Register(Filter* filter, Action<DeviceEvent> callback)
    {
        var notification = new DeviceNotification(callback);
        notification._context = GCHandle.Alloc(notification);
        try
        {
            if (CM_Register_Notification(filter, GCHandle.ToIntPtr(notification._context), &OnEvent, out notification._registration) == Win32Error.None)
            {
                return notification;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // Wine before version 9 lacks the function.
        }

        notification._context.Free();
        return null;
    }

    // 0 also lets the removal of a device go on.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvStdcall)])]
    private static uint OnEvent(nint registration, nint context, int action, void* data, uint size)
    {
        if (GCHandle.FromIntPtr(context).Target is DeviceNotification notification)
        {
            notification._callback((DeviceEvent)action);
        }

        return Win32Error.None;
    }

    /// <summary>CM_NOTIFY_FILTER: 16 bytes, and a union whose longest member has 200 UTF-16 units.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 416)]
    private struct Filter
    {
        [FieldOffset(0)]
        public uint Size;

        [FieldOffset(8)]
        public uint Type;

        [FieldOffset(16)]
        public Guid Class;

        [FieldOffset(16)]
        public nint Device;
    }

    // From the system's directory only, not from the program's.
    private const DllImportSearchPath Search = DllImportSearchPath.System32;

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("cfgmgr32.dll")]
    private static partial uint CM_Register_Notification(
        Filter* filter, nint context, delegate* unmanaged[Stdcall]<nint, nint, int, void*, uint, uint> callback, out nint registration);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("cfgmgr32.dll")]
    private static partial uint CM_Unregister_Notification(nint registration);
}
