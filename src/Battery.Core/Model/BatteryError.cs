namespace Battery.Core.Model;

/// <summary>What can go wrong, as the C ABI numbers it.</summary>
public enum BatteryError
{
    /// <summary>Nothing went wrong.</summary>
    None = 0,

    /// <summary>The handle is NULL, was freed, belongs to another type, or never was one.</summary>
    InvalidHandle = -1,

    /// <summary>Another argument cannot be used.</summary>
    InvalidArgument = -2,

    /// <summary>The folder, or the battery, is not there (any more).</summary>
    NotFound = -3,

    /// <summary>The system does not allow it.</summary>
    PermissionDenied = -4,

    /// <summary>The system answered with an error.</summary>
    Io = -5,

    /// <summary>This system has no source of battery readings.</summary>
    NotSupported = -6,

    /// <summary>The value is not known; <see cref="ValueStatus"/> says why.</summary>
    UnknownValue = -7,

    /// <summary>Memory, or room for more handles, is used up.</summary>
    OutOfMemory = -8,

    /// <summary>A fault of the library itself.</summary>
    Internal = -9,

    /// <summary>The file is no recording, or a damaged one.</summary>
    InvalidData = -10,

    /// <summary>The file is there already, and was not to be overwritten.</summary>
    AlreadyExists = -11,
}
