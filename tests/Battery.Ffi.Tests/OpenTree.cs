using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;

namespace Battery.Ffi.Tests;

/// <summary>A manager over a tree, and its batteries by handle.</summary>
internal sealed unsafe class OpenTree : IDisposable
{
    public OpenTree(string sysfs, BatteryScopes scopes = BatteryScopes.All)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        Manager = Open(sysfs, scopes);
        Assert.True(Manager != 0, Message());
        nint iterator = NativeMethods.battery_manager_iter(Manager);
        Assert.True(iterator != 0, Message());
        for (nint battery = NativeMethods.battery_iterator_next(iterator); battery != 0; battery = NativeMethods.battery_iterator_next(iterator))
        {
            Batteries.Add(battery);
        }

        Assert.Equal(BatteryError.None, NativeMethods.battery_last_error_code());
        NativeMethods.battery_iterator_free(iterator);
    }

    public nint Manager { get; }

    public List<nint> Batteries { get; } = [];

    public nint Single => Assert.Single(Batteries);

    public static nint Open(string sysfs, BatteryScopes scopes = BatteryScopes.All)
    {
        nint root = Marshal.StringToCoTaskMemUTF8(sysfs);
        var options = new NativeManagerOptions { Size = (uint)sizeof(NativeManagerOptions), Scopes = (uint)scopes, SysfsRoot = (byte*)root };
        nint manager = NativeMethods.battery_manager_new_with(&options);
        Marshal.FreeCoTaskMem(root);
        return manager;
    }

    public void Dispose()
    {
        Batteries.ForEach(NativeMethods.battery_free);
        NativeMethods.battery_manager_free(Manager);
    }

    public static string Message()
    {
        var buffer = new byte[NativeMethods.battery_last_error_length() + 1];
        fixed (byte* start = buffer)
        {
            NativeMethods.battery_last_error_message(start, buffer.Length);
            return Marshal.PtrToStringUTF8((nint)start)!;
        }
    }
}
