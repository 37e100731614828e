using System.Runtime.InteropServices;
using System.Text;
using Battery.Core.Model;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>The last error of the calling thread. Every function sets it, also on success, except the functions of this section, the versions, and the <c>_free</c> functions, which set it only on an invalid handle. Reading the error does not clear it.</summary>
[Section(20, "Errors")]
[Since("0.1.0")]
public static unsafe class ErrorExports
{
    /// <summary>Returns the code of the last error.</summary>
    /// <returns>BATTERY_ERROR_NONE if the last call succeeded.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_code")]
    public static BatteryError Code() => LastError.Code;

    /// <summary>Whether the last call failed, or returned an unknown value.</summary>
    /// <returns>1 or 0.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_have_last_error")]
    public static int Have() => LastError.Code == BatteryError.None ? 0 : 1;

    /// <summary>Returns the length of the last error's message.</summary>
    /// <returns>Bytes including the NUL; 0 if there is no error.</returns>
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

    /// <summary>Copies the last error's message: a NUL-terminated UTF-8 string that says what happened, to what, and what to do.</summary>
    /// <param name="buffer">The buffer that is written.</param>
    /// <param name="length">The buffer's size in bytes; <c>battery_last_error_length</c> is enough.</param>
    /// <returns>The length without the NUL, 0 if there is no error, -1 if the buffer is NULL or too small (the message is kept: call again).</returns>
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

    /// <summary>Returns the name of an error code, for example <c>BATTERY_ERROR_NOT_FOUND</c>.</summary>
    /// <param name="code">The error code.</param>
    /// <returns>A string that the library owns: do not free it. <c>unknown</c> for a number that is not an error code.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_error_name")]
    [return: Const]
    public static byte* Name(BatteryError code) => ErrorNames.Text(code);

    /// <summary>Frees a string that a getter returned. NULL is ignored. Any other pointer, also one that was freed before, sets BATTERY_ERROR_INVALID_HANDLE and is not freed; a freed pointer is recognized until the C heap reuses its address for another string.</summary>
    /// <param name="text">The string.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_str_free")]
    public static void FreeText(byte* text)
    {
        if (text is not null && !NativeStrings.Free(text))
        {
            LastError.Set(BatteryError.InvalidHandle, "not a string of libbattery, or freed before; free each string that a getter returned once");
        }
    }
}
