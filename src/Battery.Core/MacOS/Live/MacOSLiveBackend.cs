using System.Runtime.Versioning;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.MacOS.Live;

/// <summary>The battery services of the running system.</summary>
[SupportedOSPlatform("macos")]
internal sealed class MacOSLiveBackend : IMacOSBackend
{
    /// <inheritdoc/>
    public string Name => "iokit";

    /// <inheritdoc/>
    public List<PropertyDictionary> ReadServices() => ReadServices(static _ => true);

    /// <inheritdoc/>
    public PropertyDictionary? ReadService(long id) => ReadServices(service => IoKit.Id(service) == id).FirstOrDefault();

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => MacOSChangeNotifier.Open();

    // Copying a service's properties costs far more than asking for its id.
    private static List<PropertyDictionary> ReadServices(Predicate<RegistryObject> isWanted)
    {
        using RegistryObject? services = IoKit.FindServices(SmartBatteryKeys.ServiceName, out int error);
        return services is null
            ? throw new BatteryException(BatteryError.Io, $"cannot list the services {SmartBatteryKeys.ServiceName}: macOS reported error 0x{error:x8}")
            : Read(services, service => isWanted(service) ? Read(service, ReadPacks(service)) : null);
    }

    private static List<PropertyDictionary> ReadPacks(RegistryObject service)
    {
        using RegistryObject? children = IoKit.Children(service);
        return children is null ? [] : Read(children, static child => Read(child, []));
    }

    private static List<PropertyDictionary> Read(RegistryObject iterator, Func<RegistryObject, PropertyDictionary?> read)
    {
        var entries = new List<PropertyDictionary>();
        while (IoKit.Next(iterator) is { } entry)
        {
            using (entry)
            {
                if (read(entry) is { } properties)
                {
                    entries.Add(properties);
                }
            }
        }

        return entries;
    }

    // An entry that is removed between listing and reading is left out.
    private static PropertyDictionary? Read(RegistryObject entry, List<PropertyDictionary> children)
    {
        using CoreFoundationObject? properties = IoKit.Properties(entry);
        if (properties is null)
        {
            return null;
        }

        Dictionary<string, PropertyValue> entries = PropertyConversion.Entries(properties.DangerousGetHandle());
        if (IoKit.Id(entry) is { } id)
        {
            entries[RegistryKeys.Id] = new PropertyScalar<long>(id);
        }

        if (children.Count > 0)
        {
            entries[RegistryKeys.Children] = new PropertyArray([.. children]);
        }

        return new PropertyDictionary(entries);
    }
}
