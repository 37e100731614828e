namespace Battery.Core.Linux.Recorded;

/// <summary>The keys of responses in a recording of Linux, beside the names of a supply's files.</summary>
internal static class LinuxRecordingKeys
{
    /// <summary>Holds the error of listing a directory that could not be listed.</summary>
    public const string List = ".";
}
