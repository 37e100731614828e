using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Errors;

/// <summary>
/// The outcome of this thread's last call. Every function of the library sets it, success too, except those that
/// ask for it and those that free something live. The sentence is put together only when somebody asks.
/// </summary>
internal static class LastError
{
    [ThreadStatic]
    private static BatteryError t_code;

    [ThreadStatic]
    private static string? t_message;

    // Of an unknown value, what the sentence is put together of: what was so at the time of the call.
    [ThreadStatic]
    private static string? t_name;

    [ThreadStatic]
    private static string? t_location;

    [ThreadStatic]
    private static BatteryField t_field;

    [ThreadStatic]
    private static ValueQuality t_quality;

    public static BatteryError Code => t_code;

    public static string Message => t_code switch
    {
        BatteryError.None => string.Empty,
        BatteryError.UnknownValue => $"the {FieldNames.Text(t_field)} of {t_name} is not known: {t_quality.Text()} ({t_location})",
        _ => t_message ?? string.Empty,
    };

    public static void Clear() => t_code = BatteryError.None;

    public static void Set(BatteryError code, string message)
    {
        t_code = code;
        t_message = message;
    }

    public static void SetUnknown(BatteryDevice device, BatteryField field)
    {
        t_code = BatteryError.UnknownValue;
        t_name = device.Snapshot.Name;
        t_location = device.Location;
        t_field = field;
        t_quality = device.Snapshot.QualityOf(field);
    }

    public static void SetInvalidHandle(HandleKind kind) => Set(BatteryError.InvalidHandle, kind switch
    {
        HandleKind.Manager => "not a live battery_manager (NULL, freed, or of another type); pass what battery_manager_new gave",
        HandleKind.Iterator => "not a live battery_iterator (NULL, freed, or of another type); pass what battery_manager_iter gave",
        _ => "not a live battery (NULL, freed, or of another type); pass what battery_iterator_next gave",
    });
}
