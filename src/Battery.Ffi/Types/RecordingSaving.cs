namespace Battery.Ffi.Types;

/// <summary>How a recording is saved; the values can be added.</summary>
[Flags]
public enum RecordingSaving
{
    /// <summary>Serial numbers and hardware addresses masked, and no file overwritten.</summary>
    Default = 0,

    /// <summary>A file that is there is overwritten.</summary>
    Overwrite = 1,

    /// <summary>Serial numbers and hardware addresses are kept.</summary>
    SerialNumbers = 2,
}
