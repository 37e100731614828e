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
internal sealed unsafe class DeviceNotification : IDisposable
{
    private const uint InterfaceFilter = 0;
    private const uint HandleFilter = 1;

    // Found when the first wait begins: Wine before version 9 lacks them, and a library with a missing import is not loaded.
    private static readonly nint s_library = Kernel32.LoadSystemLibrary("cfgmgr32.dll");
    private static readonly delegate* unmanaged[Stdcall]<Filter*, nint, delegate* unmanaged[Stdcall]<nint, nint, int, void*, uint, uint>, nint*, uint>
        s_register = (delegate* unmanaged[Stdcall]<Filter*, nint, delegate* unmanaged[Stdcall]<nint, nint, int, void*, uint, uint>, nint*, uint>)
            Kernel32.FindExport(s_library, "CM_Register_Notification");
    private static readonly delegate* unmanaged[Stdcall]<nint, uint> s_unregister =
        (delegate* unmanaged[Stdcall]<nint, uint>)Kernel32.FindExport(s_library, "CM_Unregister_Notification");

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
        if (_registration != 0 && s_unregister(_registration) == Win32Error.None)
        {
            _registration = 0;
            _context.Free();
        }
    }

    private static DeviceNotification? Register(Filter* filter, Action<DeviceEvent> callback)
    {
        if (s_register == null || s_unregister == null)
        {
            return null;
        }

        var notification = new DeviceNotification(callback);
        notification._context = GCHandle.Alloc(notification);
        nint registration;
        if (s_register(filter, GCHandle.ToIntPtr(notification._context), &OnEvent, &registration) != Win32Error.None)
        {
            notification._context.Free();
            return null;
        }

        notification._registration = registration;
        return notification;
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
}
