using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Battery.Core.MacOS.Native;

/// <summary>The calls to IOKit.</summary>
[SupportedOSPlatform("macos")]
internal static partial class IoKit
{
    private const string Library = "/System/Library/Frameworks/IOKit.framework/IOKit";

    // kIOServicePlane.
    private const string ServicePlane = "IOService";

    // kIOMainPortDefault, and kIOMasterPortDefault before macOS 12.
    private const uint DefaultPort = 0;
    private const int Success = 0;

    /// <summary>The services of a class.</summary>
    /// <returns>An iterator, or null and the error.</returns>
    public static RegistryObject? FindServices(string @class, out int error)
    {
        // The dictionary belongs to the call that takes it, whether it succeeds or not.
        nint matching = IOServiceMatching(@class);
        error = IOServiceGetMatchingServices(DefaultPort, matching, out uint iterator);
        return error == Success ? new(iterator) : null;
    }

    /// <summary>The entries directly below an entry in the plane of services.</summary>
    /// <returns>An iterator over a copy, or null and the error.</returns>
    public static RegistryObject? Children(RegistryObject entry, out int error)
    {
        error = IORegistryEntryGetChildIterator(entry.PortName, ServicePlane, out uint iterator);
        return error == Success ? new(iterator) : null;
    }

    /// <summary>The next object, or null at the end.</summary>
    public static RegistryObject? Next(RegistryObject iterator)
    {
        uint name = IOIteratorNext(iterator.PortName);
        return name == 0 ? null : new(name);
    }

    /// <summary>A copy of an entry's properties.</summary>
    /// <returns>A dictionary, or null and the error.</returns>
    public static CoreFoundationObject? Properties(RegistryObject entry, out int error)
    {
        error = IORegistryEntryCreateCFProperties(entry.PortName, out CoreFoundationObject properties, 0, 0);
        if (error == Success)
        {
            return properties;
        }

        properties.Dispose();
        return null;
    }

    /// <summary>Whether an entry is still in the registry. One that is held and was removed is in no plane.</summary>
    public static bool IsRegistered(RegistryObject entry) => IORegistryEntryInPlane(entry.PortName, ServicePlane) != 0;

    /// <summary>The id that no other entry has had since the system started.</summary>
    public static long? Id(RegistryObject entry) => IORegistryEntryGetRegistryEntryID(entry.PortName, out ulong id) == Success ? unchecked((long)id) : null;

    public static bool Release(uint name) => IOObjectRelease(name) == Success;

#pragma warning disable IDE1006 // The names are the system's.
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint IOServiceMatching(string name);

    [LibraryImport(Library)]
    private static partial int IOServiceGetMatchingServices(uint port, nint matching, out uint iterator);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int IORegistryEntryGetChildIterator(uint entry, string plane, out uint iterator);

    [LibraryImport(Library)]
    private static partial uint IOIteratorNext(uint iterator);

    [LibraryImport(Library)]
    private static partial int IORegistryEntryCreateCFProperties(uint entry, out CoreFoundationObject properties, nint allocator, uint options);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int IORegistryEntryInPlane(uint entry, string plane);

    [LibraryImport(Library)]
    private static partial int IORegistryEntryGetRegistryEntryID(uint entry, out ulong id);

    [LibraryImport(Library)]
    private static partial int IOObjectRelease(uint name);
#pragma warning restore IDE1006
}
