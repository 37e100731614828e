using System.Runtime.InteropServices;
using System.Text;
using Battery.Core.Model;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>The outcome of the calling thread's last call. Every function sets it, success too, but for those here, the versions, and the <c>_free</c> functions, which set it only when they refuse. Reading does not consume it.</summary>
public static unsafe class ErrorExports
{
    /// <summary>The code of the last error.</summary>
    /// <returns>BATTERY_ERROR_NONE when the last call succeeded.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_code")]
    public static BatteryError Code() => LastError.Code;

    /// <summary>Whether the last call failed, or gave a value that is not known.</summary>
    /// <returns>1 or 0.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_have_last_error")]
    public static int Have() => LastError.Code == BatteryError.None ? 0 : 1;

    /// <summary>The length of the last error's text.</summary>
    /// <returns>Bytes with the closing NUL; 0 when there is no error.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_length")]
    public static int Length()
    {
        try
        {
            return LastError.Code == BatteryError.None ? 0 : Encoding.UTF8.GetByteCount(LastError.Message) + 1;
        }
        catch (OutOfMemoryException)
        {
            return 0;
        }
    }

    /// <summary>Copies the last error's text: UTF-8 that ends in NUL, one sentence that says what happened, to what, and what to do.</summary>
    /// <param name="buffer">Where it goes.</param>
    /// <param name="length">The buffer's size in bytes; <c>battery_last_error_length</c> is enough.</param>
    /// <returns>The text's length without the NUL, 0 when there is no error, -1 when the buffer is NULL or too small (the text is not lost: ask again).</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_message")]
    public static int Message(byte* buffer, int length)
    {
        try
        {
            if (LastError.Code == BatteryError.None)
            {
                return 0;
            }

            string message = LastError.Message;
            int needed = Encoding.UTF8.GetByteCount(message);
            if (buffer is null || length <= needed)
            {
                return -1;
            }

            Encoding.UTF8.GetBytes(message, new Span<byte>(buffer, needed));
            buffer[needed] = 0;
            return needed;
        }
        catch (OutOfMemoryException)
        {
            return -1;
        }
    }

    /// <summary>Frees a text that a getter gave. NULL is ignored; a pointer that is not such a text is refused and left alone (BATTERY_ERROR_INVALID_HANDLE), and so is one that was freed before, until the C heap gives its address to another text.</summary>
    /// <param name="text">The text.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_str_free")]
    public static void FreeText(byte* text)
    {
        if (text is not null && !NativeStrings.Free(text))
        {
            LastError.Set(BatteryError.InvalidHandle, "not a text of libbattery, or freed before; free each text that a getter gave once");
        }
    }
}
