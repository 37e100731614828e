using System.Diagnostics.CodeAnalysis;

namespace Battery.Ffi.Types;

/// <summary>How a recording is saved; the values can be combined.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The name in C, battery_recording_flags, follows from it.")]
public enum RecordingFlags
{
    /// <summary>Serial numbers and hardware addresses are masked; an existing file is not overwritten.</summary>
    Default = 0,

    /// <summary>An existing file is overwritten.</summary>
    Overwrite = 1,

    /// <summary>Serial numbers and hardware addresses are kept.</summary>
    SerialNumbers = 2,
}
