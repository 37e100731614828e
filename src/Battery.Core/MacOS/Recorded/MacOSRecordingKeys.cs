namespace Battery.Core.MacOS.Recorded;

/// <summary>The keys of responses in a recording of macOS.</summary>
internal static class MacOSRecordingKeys
{
    /// <summary>Of a service: its property list in XML.</summary>
    public const string Properties = "properties";

    /// <summary>The device of the power sources.</summary>
    public const string PowerSources = "IOPowerSources";

    /// <summary>Of the power sources: a property list in XML, an array of their descriptions.</summary>
    public const string Sources = "sources";

    /// <summary>Of the power sources: the kind of source that powers the Mac.</summary>
    public const string ProvidingType = "providing-type";
}
