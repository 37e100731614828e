using System.Runtime.Versioning;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Live;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Rules;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>The batteries of a Mac, as its registry reports them.</summary>
internal sealed class MacOSSource(IMacOSBackend backend) : IPowerSupplySource
{
    /// <inheritdoc/>
    public string Backend => backend.Name;

    /// <summary>Opens this Mac.</summary>
    [SupportedOSPlatform("macos")]
    public static MacOSSource Open() => new(new MacOSLiveBackend());

    /// <inheritdoc/>
    /// <remarks>External power is known on every Mac that has the service; desktop Macs with Intel processors have none.</remarks>
    public MachineReading Read(SupplyScopes scopes)
    {
        List<PropertyDictionary> services = backend.ReadServices();
        var batteries = new List<BatteryDevice>();
        for (int i = 0; i < services.Count && (scopes & SupplyScopes.System) != 0; i++)
        {
            // The names by which pmset and IOPowerSources know internal batteries.
            var raw = new RawReading { Name = $"InternalBattery-{i}" };
            SmartBatteryDecoder.Decode(services[i], raw);
            if (BatteryDevice.Of(new MacOSSupplyReader(backend, i, services[i].Integer(RegistryKeys.Id)), raw) is { } battery)
            {
                batteries.Add(battery);
            }
        }

        List<Adapter> adapters = services.ConvertAll(AdapterDecoder.Decode);
        return new(batteries, adapters, SupplyRules.ExternalPower(adapters), () => Read(SupplyScopes.None).ExternalPower);
    }

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) => MacOSRecorder.Record(backend.ReadServices(), keepsSerialNumbers && backend.KeepsSerialNumbers);

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => backend.OpenNotifier();
}
