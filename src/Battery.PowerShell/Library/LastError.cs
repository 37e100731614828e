using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>The library's last error on this thread, as an exception.</summary>
internal static unsafe class LastError
{
    public static BatteryException ToException()
    {
        BatteryError error = NativeMethods.battery_last_error_code();
        var buffer = new byte[Math.Max(1, NativeMethods.battery_last_error_length())];
        fixed (byte* start = buffer)
        {
            int length = NativeMethods.battery_last_error_message(start, buffer.Length);
            return new(error, length > 0 ? Marshal.PtrToStringUTF8((nint)start, length) : error.ToString());
        }
    }

    /// <exception cref="BatteryException">The last call failed.</exception>
    public static void ThrowIfAny()
    {
        if (NativeMethods.battery_last_error_code() != BatteryError.None)
        {
            throw ToException();
        }
    }
}
