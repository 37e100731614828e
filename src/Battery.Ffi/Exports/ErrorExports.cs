using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Guest;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>
/// The last error of the calling thread. Every function sets it, also on success, except the functions of this section, the
/// versions, and the <c>_free</c> functions, which set it only on an invalid handle. Reading the error does not clear it.
/// </summary>
[Section(20, "Errors")]
[Since("0.1.0")]
public static unsafe class ErrorExports
{
    /// <summary>Returns the code of the last error.</summary>
    /// <returns>BATTERY_ERROR_NONE if the last call succeeded.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_code")]
    public static BatteryError Code() =>
        GuestProcess.IsRefused ? GuestProcess.Error : Guard.KeepError(0, BatteryError.OutOfMemory, &CodeOf);

    /// <summary>Whether the last call failed, or returned an unknown value.</summary>
    /// <returns>1 or 0.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_have_last_error")]
    public static int Have() =>
        GuestProcess.IsRefused || Guard.KeepError(0, BatteryError.OutOfMemory, &CodeOf) != BatteryError.None ? 1 : 0;

    /// <summary>Returns the length of the last error's message.</summary>
    /// <returns>Bytes including the NUL; 0 if there is no error.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_length")]
    public static int Length() =>
        GuestProcess.IsRefused ? LastError.WriteRefusal([]) + 1 : Guard.KeepError(0, 0, &LengthOf);

    /// <summary>Copies the last error's message: a NUL-terminated UTF-8 string that says what happened, to what, and what to do.</summary>
    /// <param name="buffer">The buffer that is written; NULL with a length of 0 returns the length alone.</param>
    /// <param name="length">The buffer's size in bytes; a message that does not fit is truncated, and terminated by a NUL too.</param>
    /// <returns>
    /// The length of the whole message without the NUL, as <c>snprintf</c> does: the message was truncated if it is not less
    /// than <c>length</c>. 0 if there is no error, -1 if the buffer is invalid.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_message")]
    public static int Message(byte* buffer, int length) =>
        length < 0 || (length > 0 && !Argument.IsAddress(buffer)) ? -1
        : GuestProcess.IsRefused ? LastError.WriteRefusal(new Span<byte>(buffer, length))
        : Guard.KeepError(((nint)buffer, length), -1, &WriteMessage);

    /// <summary>Returns the name of an error code, for example <c>BATTERY_ERROR_NOT_FOUND</c>.</summary>
    /// <param name="code">The error code.</param>
    /// <returns>A string that the library owns: do not free it. <c>"unknown"</c> for a number that is not an error code.</returns>
    [Since("0.2.0")]
    [UnmanagedCallersOnly(EntryPoint = "battery_error_name")]
    [return: Const]
    public static byte* Name(BatteryError code) => ErrorNames.Text(code); // Without a guard: constant data.

    /// <summary>
    /// Frees a string that a getter returned. NULL is ignored. Any other pointer, also one that was freed before, sets
    /// BATTERY_ERROR_INVALID_HANDLE and is not freed; a freed pointer is recognized until the C heap reuses its address for
    /// another string.
    /// </summary>
    /// <param name="text">The string.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_str_free")]
    public static void FreeText(byte* text) => Guard.KeepError((nint)text, 0, &FreeText);

    private static BatteryError CodeOf(int nothing) => LastError.Code;

    private static int LengthOf(int nothing) => LastError.Code == BatteryError.None ? 0 : LastError.Write([]) + 1;

    private static int WriteMessage((nint Buffer, int Length) buffer) =>
        LastError.Write(new Span<byte>((void*)buffer.Buffer, buffer.Length));

    private static int FreeText(nint text)
    {
        if (text != 0 && !NativeStrings.Free((byte*)text))
        {
            LastError.Set(BatteryError.InvalidHandle, "not a string of libbattery, or already freed; free each string that a getter returned once");
        }

        return 0;
    }
}
