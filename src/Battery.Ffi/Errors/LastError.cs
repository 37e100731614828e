using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Guest;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Errors;

/// <summary>
/// The result of this thread's last call. Every function sets it, also on success, except those that return it and those
/// that free. The message is composed when it is read, so that an unknown value allocates nothing.
/// </summary>
internal static class LastError
{
    [ThreadStatic]
    private static BatteryError t_code;

    [ThreadStatic]
    private static string? t_message;

    // For an unknown value: what its message is composed of.
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
        HandleKind.Manager => "invalid battery_manager (NULL, freed, or of another type); pass the result of battery_manager_new",
        HandleKind.Iterator => "invalid battery_iterator (NULL, freed, or of another type); pass the result of battery_manager_iter",
        HandleKind.AdapterIterator =>
            "invalid battery_adapter_iterator (NULL, freed, or of another type); pass the result of battery_manager_iter_adapters",
        HandleKind.Adapter => "invalid battery_adapter (NULL, freed, or of another type); pass the result of battery_adapter_iterator_next",
        _ => "invalid battery (NULL, freed, or of another type); pass the result of battery_iterator_next",
    });

    /// <summary>Writes the message as NUL-terminated UTF-8, truncated between two characters if the buffer is too small.</summary>
    /// <returns>The length of the whole message, without the NUL.</returns>
    public static int Write(Span<byte> buffer) => NativeStrings.Write(Message, buffer);

    /// <summary>The same in a process in which the library refuses to work; needs no runtime.</summary>
    public static int WriteRefusal(Span<byte> buffer)
    {
        ReadOnlySpan<byte> message = GuestProcess.Message;
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = i < message.Length && i < buffer.Length - 1 ? message[i] : (byte)0;
        }

        return message.Length;
    }
}
