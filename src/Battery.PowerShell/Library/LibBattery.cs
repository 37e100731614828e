using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>libbattery without pointers: status becomes exceptions, handles are freed here and go no further.</summary>
internal static unsafe class LibBattery
{
    /// <summary>The loaded library's version.</summary>
    public static string Version => Marshal.PtrToStringUTF8(NativeMethods.battery_version()) ?? string.Empty;

    /// <summary>Reads all batteries that are there now.</summary>
    /// <param name="sysfsRoot">A folder in place of <c>/sys</c>, or null.</param>
    /// <param name="scopes">Which batteries.</param>
    /// <exception cref="LibraryException">The list as a whole cannot be had.</exception>
    public static List<BatteryInfo> ReadAll(string? sysfsRoot, BatteryScopes scopes)
    {
        nint root = Marshal.StringToCoTaskMemUTF8(sysfsRoot);
        nint manager = 0;
        nint iterator = 0;
        try
        {
            var options = new NativeManagerOptions { Size = (uint)sizeof(NativeManagerOptions), Scopes = (uint)scopes, SysfsRoot = (byte*)root };
            manager = Check(NativeMethods.battery_manager_new_with(&options));
            iterator = Check(NativeMethods.battery_manager_iter(manager));
            var batteries = new List<BatteryInfo>();
            for (nint battery = Next(iterator); battery != 0; battery = Next(iterator))
            {
                try
                {
                    batteries.Add(SnapshotReader.Read(battery));
                }
                finally
                {
                    NativeMethods.battery_free(battery);
                }
            }

            return batteries;
        }
        finally
        {
            NativeMethods.battery_iterator_free(iterator);
            NativeMethods.battery_manager_free(manager);
            Marshal.FreeCoTaskMem(root);
        }
    }

    /// <summary>Turns this thread's last error into an exception.</summary>
    public static LibraryException LastError()
    {
        BatteryError error = NativeMethods.battery_last_error_code();
        var buffer = new byte[Math.Max(1, NativeMethods.battery_last_error_length())];
        fixed (byte* start = buffer)
        {
            int length = NativeMethods.battery_last_error_message(start, buffer.Length);
            return new(error, length > 0 ? Marshal.PtrToStringUTF8((nint)start, length) : error.ToString());
        }
    }

    private static nint Check(nint handle) => handle != 0 ? handle : throw LastError();

    private static nint Next(nint iterator)
    {
        nint battery = NativeMethods.battery_iterator_next(iterator);
        return battery != 0 || NativeMethods.battery_last_error_code() == BatteryError.None ? battery : throw LastError();
    }
}
