using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Battery.Core.MacOS.Native;

/// <summary>The calls to IOKit.</summary>
[SupportedOSPlatform("macos")]
internal static unsafe partial class IoKit
{
    private const string Library = "/System/Library/Frameworks/IOKit.framework/IOKit";

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

    /// <summary>What is right below an entry in the plane of services.</summary>
    public static RegistryObject? Children(RegistryObject entry) =>
        IORegistryEntryGetChildIterator(entry.PortName, "IOService", out uint iterator) == Success ? new(iterator) : null;

    /// <summary>The next object, or null at the end.</summary>
    public static RegistryObject? Next(RegistryObject iterator)
    {
        uint name = IOIteratorNext(iterator.PortName);
        return name == 0 ? null : new(name);
    }

    /// <summary>An entry's properties, or null where it has gone.</summary>
    public static CoreFoundationObject? Properties(RegistryObject entry)
    {
        if (IORegistryEntryCreateCFProperties(entry.PortName, out CoreFoundationObject properties, 0, 0) == Success && !properties.IsInvalid)
        {
            return properties;
        }

        properties.Dispose();
        return null;
    }

    /// <summary>The id that no other entry has had since the system started.</summary>
    public static long? Id(RegistryObject entry) => IORegistryEntryGetRegistryEntryID(entry.PortName, out ulong id) == Success ? unchecked((long)id) : null;

    public static bool Release(uint name) => IOObjectRelease(name) == Success;

    /// <summary>A run loop source that fires when anything about the power sources changes; it keeps what came while no loop ran.</summary>
    public static CoreFoundationObject CreatePowerSourceNotification(delegate* unmanaged[Cdecl]<void*, void> callback, void* context) =>
        IOPSNotificationCreateRunLoopSource(callback, context);

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

    [LibraryImport(Library)]
    private static partial int IORegistryEntryGetRegistryEntryID(uint entry, out ulong id);

    [LibraryImport(Library)]
    private static partial int IOObjectRelease(uint name);

    [LibraryImport(Library)]
    private static partial CoreFoundationObject IOPSNotificationCreateRunLoopSource(delegate* unmanaged[Cdecl]<void*, void> callback, void* context);
#pragma warning restore IDE1006
}
