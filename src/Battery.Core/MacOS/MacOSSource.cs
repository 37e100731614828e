using System.Runtime.Versioning;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Live;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>The batteries of a Mac, as its registry shows them: the running system's, or one that <c>ioreg</c> printed on another Mac.</summary>
public sealed class MacOSSource : IPowerSupplySource
{
    private readonly IMacOSBackend _backend;

    internal MacOSSource(IMacOSBackend backend) => _backend = backend;

    /// <inheritdoc/>
    public string Backend => _backend.Name;

    /// <summary>Opens this Mac.</summary>
    [SupportedOSPlatform("macos")]
    public static MacOSSource Open() => new(new MacOSLiveBackend());

    /// <inheritdoc/>
    public List<BatteryDevice> ReadBatteries()
    {
        List<PropertyDictionary> services = _backend.ReadServices();
        var batteries = new List<BatteryDevice>();
        for (int i = 0; i < services.Count; i++)
        {
            // The names by which pmset and IOPowerSources know internal batteries.
            var raw = new RawReading { Name = $"InternalBattery-{i}" };
            SmartBatteryDecoder.Decode(services[i], raw);
            if (BatteryDevice.Of(new MacOSSupplyReader(_backend, i, services[i].Integer(RegistryKeys.Id)), raw) is { } battery)
            {
                batteries.Add(battery);
            }
        }

        return batteries;
    }

    /// <inheritdoc/>
    /// <remarks>Known on every Mac that has the service; desktop MacFixtures with Intel processors have none.</remarks>
    public ExternalPower ReadExternalPower()
    {
        ExternalPower power = ExternalPower.Unknown;
        foreach (PropertyDictionary service in _backend.ReadServices())
        {
            ExternalPower said = AdapterDecoder.Power(service);
            power = power == ExternalPower.Online || said == ExternalPower.Unknown ? power : said;
        }

        return power;
    }

    /// <inheritdoc/>
    public Measurement ReadAdapterPower()
    {
        Measurement watts = Measurement.Unknown(ValueQuality.Missing);
        foreach (PropertyDictionary service in _backend.ReadServices())
        {
            watts = watts.IsKnown ? watts : AdapterDecoder.Watts(service);
        }

        return watts;
    }

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) => MacOSRecorder.Record(_backend.ReadServices(), keepsSerialNumbers);

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => _backend.OpenNotifier();
}
