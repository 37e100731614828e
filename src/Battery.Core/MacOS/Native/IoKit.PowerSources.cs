using System.Runtime.InteropServices;

namespace Battery.Core.MacOS.Native;

/// <summary>The calls of IOPowerSources.h. What a Get function returns belongs to another object, or to nobody.</summary>
internal static partial class IoKit
{
    /// <summary>All power sources at one moment; invalid on an error.</summary>
    public static CoreFoundationObject CopyPowerSources() => IOPSCopyPowerSourcesInfo();

    /// <summary>An array of the power sources; invalid on an error.</summary>
    public static CoreFoundationObject ListPowerSources(CoreFoundationObject sources) => IOPSCopyPowerSourcesList(sources);

    /// <summary>The dictionary of a power source, which lives as long as the sources; 0 if there is none.</summary>
    public static nint Description(CoreFoundationObject sources, nint source) => IOPSGetPowerSourceDescription(sources, source);

    /// <summary>The string of the kind of source that powers the Mac; 0 if that is not known.</summary>
    public static nint ProvidingType(CoreFoundationObject sources) => IOPSGetProvidingPowerSourceType(sources);

#pragma warning disable IDE1006 // The names are the system's.
    [LibraryImport(Library)]
    private static partial CoreFoundationObject IOPSCopyPowerSourcesInfo();

    [LibraryImport(Library)]
    private static partial CoreFoundationObject IOPSCopyPowerSourcesList(CoreFoundationObject sources);

    [LibraryImport(Library)]
    private static partial nint IOPSGetPowerSourceDescription(CoreFoundationObject sources, nint source);

    [LibraryImport(Library)]
    private static partial nint IOPSGetProvidingPowerSourceType(CoreFoundationObject sources);
#pragma warning restore IDE1006
}
