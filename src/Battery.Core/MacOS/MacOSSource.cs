using System.Runtime.Versioning;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Live;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Rules;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>The batteries of a Mac, as its registry reports them, and its UPSes, as IOPowerSources does.</summary>
internal sealed class MacOSSource(IMacOSBackend backend) : IPowerSupplySource
{
    /// <inheritdoc/>
    public string Backend => backend.Name;

    /// <summary>Opens this Mac.</summary>
    [SupportedOSPlatform("macos")]
    public static MacOSSource Open() => new(new MacOSLiveBackend());

    /// <inheritdoc/>
    public MachineReading Read(SupplyScopes scopes)
    {
        List<PropertyDictionary> services = backend.ReadServices();

        // Without power sources, the services still report the batteries and external power.
        PowerSources sources = backend.ReadPowerSources() ?? (services.Count > 0 ? PowerSources.NotRecorded : throw NoPowerSources());
        var adapters = new List<Adapter>();
        services.ForEach(service => AdapterDecoder.AddTo(adapters, service));
        ExternalPower power = ExternalPowerDecoder.Decode(SupplyRules.ExternalPower(adapters), sources.ProvidingType);
        bool isWithBatteries = (scopes & SupplyScopes.System) != 0;
        var batteries = new List<BatteryDevice>();

        // Where external power is not reported, a battery can show it.
        if (isWithBatteries || power == ExternalPower.Unknown)
        {
            AddBatteries(services, batteries);
            AddUpses(sources.Upses, batteries);
        }

        power = SupplyRules.ExternalPower(power, batteries);
        return new(isWithBatteries ? batteries : [], adapters, power, () => Read(SupplyScopes.None).ExternalPower);
    }

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) =>
        MacOSRecorder.Record(backend.ReadServices(), backend.ReadPowerSources(), keepsSerialNumbers && backend.KeepsSerialNumbers);

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => backend.OpenNotifier();

    private void AddBatteries(List<PropertyDictionary> services, List<BatteryDevice> batteries)
    {
        for (int i = 0; i < services.Count; i++)
        {
            int index = i;
            long? id = services[i].Integer(RegistryKeys.Id);
            string location = id is { } number ? $"{SmartBatteryKeys.ServiceName} (id 0x{number:x})" : SmartBatteryKeys.ServiceName;

            // The names by which pmset and IOPowerSources know internal batteries.
            Add(batteries, $"InternalBattery-{i}", location, services[i], ReadAgain, PropertyDecoding.SmartBattery);

            PropertyDictionary? ReadAgain() => id is { } known ? backend.ReadService(known) : backend.ReadServices().ElementAtOrDefault(index);
        }
    }

    // The names that IOPowerSources has for UPSes are those of products, and two can be equal.
    private void AddUpses(List<PropertyDictionary> upses, List<BatteryDevice> batteries)
    {
        for (int i = 0; i < upses.Count; i++)
        {
            long? id = upses[i].Integer(PowerSourceKeys.Id);
            Add(batteries, $"UPS-{i}", $"the power source {id}", upses[i], ReadAgain, PropertyDecoding.Ups);

            PropertyDictionary? ReadAgain() =>
                (backend.ReadPowerSources() ?? throw NoPowerSources()).Upses.Find(source => source.Integer(PowerSourceKeys.Id) == id);
        }
    }

    private void Add(
        List<BatteryDevice> batteries,
        string name,
        string location,
        PropertyDictionary properties,
        Func<PropertyDictionary?> readAgain,
        PropertyDecoding decoding)
    {
        var raw = new RawReading { Name = name };
        decoding.Decode(properties, raw);
        if (BatteryDevice.Of(new MacOSSupplyReader(location, readAgain, decoding, backend.ChargeLimitReason), raw) is { } battery)
        {
            batteries.Add(battery);
        }
    }

    private static BatteryException NoPowerSources() =>
        new(BatteryError.Io, "cannot list the power sources: IOPSCopyPowerSourcesInfo returned nothing; try again");
}
