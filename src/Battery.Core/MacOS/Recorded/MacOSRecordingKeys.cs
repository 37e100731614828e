namespace Battery.Core.MacOS.Recorded;

/// <summary>The keys of responses in a recording of macOS.</summary>
internal static class MacOSRecordingKeys
{
    /// <summary>Of a service: its property list in XML.</summary>
    public const string Properties = "properties";
}
