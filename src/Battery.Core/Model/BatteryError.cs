namespace Battery.Core.Model;

/// <summary>Error codes.</summary>
public enum BatteryError
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>An invalid handle: NULL, freed, or of another type.</summary>
    InvalidHandle = -1,

    /// <summary>An invalid argument that is not a handle.</summary>
    InvalidArgument = -2,

    /// <summary>The directory, file or battery does not exist, or was removed.</summary>
    NotFound = -3,

    /// <summary>Access is denied.</summary>
    PermissionDenied = -4,

    /// <summary>An input or output error of the system or the device.</summary>
    Io = -5,

    /// <summary>Not supported on this system.</summary>
    NotSupported = -6,

    /// <summary>The value is unknown; <c>battery_field_status</c> returns the reason.</summary>
    UnknownValue = -7,

    /// <summary>Out of memory, or too many handles.</summary>
    OutOfMemory = -8,

    /// <summary>An internal error of the library.</summary>
    Internal = -9,

    /// <summary>The file is not a recording, or is damaged.</summary>
    InvalidData = -10,

    /// <summary>The file exists and may not be overwritten.</summary>
    AlreadyExists = -11,

    /// <summary>The device refused a setting, or accepted it and did not apply it.</summary>
    Refused = -12,
}
