using System.Text.Unicode;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Guest;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Errors;

/// <summary>
/// The outcome of this thread's last call. Every function of the library sets it, success too, except those that
/// ask for it and those that free something live. The sentence is put together only when somebody asks: an unknown value
/// costs no memory.
/// </summary>
internal static class LastError
{
    [ThreadStatic]
    private static BatteryError t_code;

    [ThreadStatic]
    private static string? t_message;

    // Of an unknown value, what the sentence is put together of.
    [ThreadStatic]
    private static BatteryDevice? t_device;

    [ThreadStatic]
    private static BatteryField t_field;

    [ThreadStatic]
    private static ValueQuality t_quality;

    public static BatteryError Code => t_code;

    private static string Message => t_code switch
    {
        BatteryError.None => string.Empty,
        BatteryError.UnknownValue when t_device is { } device =>
            $"the {FieldNames.Text(t_field)} of {device.Snapshot.Name} is not known: {t_quality.Text()} ({device.Location})",
        _ => t_message ?? string.Empty,
    };

    public static void Clear() => t_code = BatteryError.None;

    /// <summary>Sets the error.</summary>
    /// <returns>The error's code.</returns>
    public static BatteryError Set(BatteryError code, string message)
    {
        t_code = code;
        t_message = message;
        t_device = null;
        return code;
    }

    /// <summary>Sets the error of an unknown value.</summary>
    public static void SetUnknown(BatteryDevice device, BatteryField field)
    {
        t_code = BatteryError.UnknownValue;
        t_device = device;
        t_field = field;
        t_quality = device.Snapshot.QualityOf(field);
    }

    public static void SetInvalidHandle(HandleKind kind) => Set(BatteryError.InvalidHandle, kind switch
    {
        HandleKind.Manager => "not a live battery_manager (NULL, freed, or of another type); pass what battery_manager_new gave",
        HandleKind.Iterator => "not a live battery_iterator (NULL, freed, or of another type); pass what battery_manager_iter gave",
        _ => "not a live battery (NULL, freed, or of another type); pass what battery_iterator_next gave",
    });

    /// <summary>Writes the sentence as UTF-8 and a NUL, cut between two characters where the room is too small.</summary>
    /// <returns>The whole sentence's length, without the NUL.</returns>
    public static int Write(Span<byte> room)
    {
        string message = Message;
        if (!room.IsEmpty)
        {
            Utf8.FromUtf16(message, room[..^1], out _, out int written);
            room[written] = 0;
        }

        return System.Text.Encoding.UTF8.GetByteCount(message);
    }

    /// <summary>The same in a process where the library refuses to work, without a runtime.</summary>
    public static int WriteRefusal(Span<byte> room)
    {
        ReadOnlySpan<byte> message = GuestProcess.Message;
        for (int i = 0; i < room.Length; i++)
        {
            room[i] = i < message.Length && i < room.Length - 1 ? message[i] : (byte)0;
        }

        return message.Length;
    }
}
