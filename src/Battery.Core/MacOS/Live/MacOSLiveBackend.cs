using System.Runtime.Versioning;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.MacOS.Live;

/// <summary>The battery services and power sources of the running system.</summary>
[SupportedOSPlatform("macos")]
internal sealed class MacOSLiveBackend : IMacOSBackend
{
    /// <inheritdoc/>
    public string Name => "iokit";

    /// <inheritdoc/>
    public string ChargeLimitReason =>
        "macOS has no interface for charge limits; use System Settings, Battery, Charging (macOS 26.4 and later on Apple silicon)";

    /// <inheritdoc/>
    public List<PropertyDictionary> ReadServices() => ReadServices(static _ => true);

    /// <inheritdoc/>
    public PropertyDictionary? ReadService(long id) => ReadServices(service => IoKit.Id(service) == id).FirstOrDefault();

    /// <inheritdoc/>
    public PowerSources? ReadPowerSources()
    {
        using CoreFoundationObject all = IoKit.CopyPowerSources();
        if (all.IsInvalid)
        {
            return null;
        }

        using CoreFoundationObject list = IoKit.ListPowerSources(all);
        if (list.IsInvalid)
        {
            return null;
        }

        var sources = new List<PropertyDictionary>();
        nint array = list.DangerousGetHandle();
        for (int i = 0; i < CoreFoundation.Count(array); i++)
        {
            nint description = IoKit.Description(all, CoreFoundation.Item(array, i));
            if (description != 0)
            {
                sources.Add(new(PropertyConversion.Entries(description)));
            }
        }

        nint providingType = IoKit.ProvidingType(all);
        return new(providingType == 0 ? null : CoreFoundation.Text(providingType), sources);
    }

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => MacOSChangeNotifier.Open();

    // Copying a service's properties costs far more than asking for its id.
    private static List<PropertyDictionary> ReadServices(Predicate<RegistryObject> isWanted)
    {
        using RegistryObject services = IoKit.FindServices(SmartBatteryKeys.ServiceName, out int error)
            ?? throw Error($"cannot list the services {SmartBatteryKeys.ServiceName}", error);
        return Read(services, service => isWanted(service) ? Read(service, ReadPacks(service)) : null);
    }

    private static List<PropertyDictionary> ReadPacks(RegistryObject service)
    {
        using RegistryObject? children = IoKit.Children(service, out int error);
        return children is not null ? Read(children, static child => Read(child, []))
            : IoKit.IsRegistered(service) ? throw Error($"cannot list the entries below {SmartBatteryKeys.ServiceName}", error)
            : [];
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
        using CoreFoundationObject? properties = IoKit.Properties(entry, out int error);
        if (properties is null)
        {
            return IoKit.IsRegistered(entry) ? throw Error($"cannot read the properties of {SmartBatteryKeys.ServiceName}", error) : null;
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

    private static BatteryException Error(string problem, int error) =>
        new(BatteryError.Io, $"{problem}: macOS reported error 0x{error:x8}; try again");
}
