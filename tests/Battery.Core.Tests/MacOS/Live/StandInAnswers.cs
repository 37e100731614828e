using Battery.Core.MacOS.Decoding;

namespace Battery.Core.Tests.MacOS.Live;

/// <summary>Builds what the stand-in answers, of services and power sources as recorded Macs have them.</summary>
internal static class StandInAnswers
{
    private const ulong FirstId = 0x100000222;

    // How ioreg describes an entry; no properties of it.
    private static readonly string[] s_registryKeys = [RegistryKeys.Name, RegistryKeys.Class, RegistryKeys.Id, RegistryKeys.Children];

    /// <summary>A Mac with these services and power sources.</summary>
    public static void Serve(List<PropertyDictionary> services, PowerSources? sources)
    {
        ulong id = FirstId;
        foreach (PropertyDictionary service in services)
        {
            Add(service, isChild: false);
            foreach (PropertyValue child in service.Array(RegistryKeys.Children).Items)
            {
                Add((PropertyDictionary)child, isChild: true);
            }
        }

        if (sources is not null)
        {
            StandIn.standin_set_power_sources(
                Build(new PropertyArray([.. sources.Sources])), sources.ProvidingType is { } type ? StandIn.standin_string(type, type.Length) : 0);
        }

        void Add(PropertyDictionary entry, bool isChild) =>
            StandIn.standin_add_entry(Build(entry), entry.Integer(RegistryKeys.Id) is { } own ? (ulong)own : id++, isChild ? 1 : 0);
    }

    private static nint Build(PropertyValue value) => value switch
    {
        PropertyDictionary dictionary => Build(dictionary),
        PropertyArray array => Build(array),
        PropertyScalar<string> text => StandIn.standin_string(text.Value, text.Value.Length),
        PropertyScalar<long> number => StandIn.standin_integer(number.Value),
        PropertyScalar<bool> flag => StandIn.standin_boolean(flag.Value ? 1 : 0),
        _ => throw new ArgumentException($"{value.GetType()} is no value of a property list", nameof(value)),
    };

    // With entries of types that a dump has, too, and that the library skips, and with a key that is not a string.
    private static nint Build(PropertyDictionary dictionary)
    {
        nint container = StandIn.standin_dictionary();
        foreach (string key in dictionary.Keys.Except(s_registryKeys))
        {
            StandIn.standin_put(container, StandIn.standin_string(key, key.Length), Build(dictionary[key]!));
        }

        StandIn.standin_put(container, StandIn.standin_string("data", 4), StandIn.standin_data());
        StandIn.standin_put(container, StandIn.standin_string("real", 4), StandIn.standin_real());
        StandIn.standin_put(container, StandIn.standin_integer(5), StandIn.standin_boolean(1));
        return container;
    }

    private static nint Build(PropertyArray array)
    {
        nint container = StandIn.standin_array();
        foreach (PropertyValue item in array.Items)
        {
            StandIn.standin_put(container, 0, Build(item));
        }

        return container;
    }
}
