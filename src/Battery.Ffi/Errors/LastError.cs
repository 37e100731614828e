using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Errors;

/// <summary>
/// The outcome of this thread's last call. Every function of the library sets it, success too, except those that
/// ask for it and those that free. The sentence is put together only when somebody asks.
/// </summary>
internal static class LastError
{
    [ThreadStatic]
    private static BatteryError t_code;

    [ThreadStatic]
    private static string? t_message;

    [ThreadStatic]
    private static BatteryDevice? t_device;

    [ThreadStatic]
    private static BatteryField t_field;

    public static BatteryError Code => t_code;

    public static string Message => t_code switch
    {
        BatteryError.None => string.Empty,
        BatteryError.UnknownValue when t_device is { } device =>
            $"the {FieldNames.Text(t_field)} of {device.Snapshot.Name} is not known: {device.Snapshot.Reason(t_field).Text()} ({device.Location})",
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
        t_device = device;
        t_field = field;
    }

    public static void SetInvalidHandle(HandleKind kind) => Set(BatteryError.InvalidHandle, kind switch
    {
        HandleKind.Manager => "not a live battery_manager (NULL, freed, or of another type); pass what battery_manager_new gave",
        HandleKind.Iterator => "not a live battery_iterator (NULL, freed, or of another type); pass what battery_manager_iter gave",
        _ => "not a live battery (NULL, freed, or of another type); pass what battery_iterator_next gave",
    });
}
