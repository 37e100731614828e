using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Ffi.Errors;
using Battery.Ffi.Guest;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>The outcome of the calling thread's last call. Every function sets it, success too, but for those here, the versions, and the <c>_free</c> functions, which set it only when they refuse. Reading does not consume it.</summary>
public static unsafe class ErrorExports
{
    /// <summary>The code of the last error.</summary>
    /// <returns>BATTERY_ERROR_NONE when the last call succeeded.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_code")]
    public static BatteryError Code() =>
        GuestProcess.IsRefused ? GuestProcess.Error : Guard.Quietly(0, BatteryError.OutOfMemory, &CodeOf);

    /// <summary>Whether the last call failed, or gave a value that is not known.</summary>
    /// <returns>1 or 0.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_have_last_error")]
    public static int Have() =>
        GuestProcess.IsRefused || Guard.Quietly(0, BatteryError.OutOfMemory, &CodeOf) != BatteryError.None ? 1 : 0;

    /// <summary>The length of the last error's text.</summary>
    /// <returns>Bytes with the closing NUL; 0 when there is no error.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_length")]
    public static int Length() =>
        GuestProcess.IsRefused ? LastError.WriteRefusal([]) + 1 : Guard.Quietly(0, 0, &LengthOf);

    /// <summary>Copies the last error's text: UTF-8 that ends in NUL, one sentence that says what happened, to what, and what to do.</summary>
    /// <param name="buffer">Where it goes; NULL with a length of 0 asks for the length alone.</param>
    /// <param name="length">The buffer's size in bytes; a text that is longer is cut, and ends in NUL then, too.</param>
    /// <returns>The whole text's length without the NUL, as of <c>snprintf</c>: the text was cut where it is not less than <c>length</c>. 0 when there is no error, -1 when the buffer is none.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_last_error_message")]
    public static int Message(byte* buffer, int length) =>
        length < 0 || (length > 0 && !Argument.IsAddress(buffer)) ? -1
        : GuestProcess.IsRefused ? LastError.WriteRefusal(new Span<byte>(buffer, length))
        : Guard.Quietly(((nint)buffer, length), -1, &WriteMessage);

    /// <summary>Frees a text that a getter gave. NULL is ignored; a pointer that is not such a text is refused and left alone (BATTERY_ERROR_INVALID_HANDLE), and so is one that was freed before, until the C heap gives its address to another text.</summary>
    /// <param name="text">The text.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_str_free")]
    public static void FreeText(byte* text) => Guard.Quietly((nint)text, 0, &FreeText);

    private static BatteryError CodeOf(int nothing) => LastError.Code;

    private static int LengthOf(int nothing) => LastError.Code == BatteryError.None ? 0 : LastError.Write([]) + 1;

    private static int WriteMessage((nint Buffer, int Length) room)
    {
        var buffer = new Span<byte>((void*)room.Buffer, room.Length);
        return LastError.Write(buffer);
    }

    private static int FreeText(nint text)
    {
        if (text != 0 && !NativeStrings.Free((byte*)text))
        {
            LastError.Set(BatteryError.InvalidHandle, "not a text of libbattery, or freed before; free each text that a getter gave once");
        }

        return 0;
    }
}
