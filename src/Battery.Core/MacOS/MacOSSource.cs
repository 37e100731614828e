using System.Runtime.Versioning;
using Battery.Core.MacOS.Live;
using Battery.Core.MacOS.PropertyLists;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>The batteries of a Mac, as its registry shows them: the running system's, or one that <c>ioreg</c> printed on another Mac.</summary>
public sealed class MacOSSource : IPowerSupplySource
{
    private readonly IBatteryRegistry _registry;

    internal MacOSSource(IBatteryRegistry registry) => _registry = registry;

    /// <inheritdoc/>
    public string Backend => _registry.Backend;

    /// <summary>Opens this Mac.</summary>
    [SupportedOSPlatform("macos")]
    public static MacOSSource Open() => new(new LiveRegistry());

    /// <summary>Opens what <c>ioreg</c> printed on another Mac.</summary>
    /// <param name="dump">What <c>ioreg -arn AppleSmartBattery</c> (XML) or <c>ioreg -rn AppleSmartBattery</c> (text) prints, either of the
    /// whole registry, or the lines that grep picked from such a text.</param>
    /// <exception cref="BatteryException">It is no such dump.</exception>
    public static MacOSSource FromRegistryDump(ReadOnlySpan<byte> dump) =>
        new(new RecordedRegistry(BatteryServices.Find(RegistryDump.Read(dump))));

    /// <summary>Opens a recording of another Mac.</summary>
    /// <exception cref="BatteryException">What it holds is damaged.</exception>
    public static MacOSSource FromRecording(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return new(new RecordedRegistry(RegistryRecorder.Services(recording)));
    }

    /// <inheritdoc/>
    public List<BatteryDevice> ReadBatteries()
    {
        List<PropertyDictionary> services = _registry.ReadServices();
        var batteries = new List<BatteryDevice>();
        for (int i = 0; i < services.Count; i++)
        {
            // The names by which pmset and IOPowerSources know internal batteries.
            var raw = new RawReading { Name = $"InternalBattery-{i}" };
            SmartBatteryDecoder.Decode(services[i], raw);
            if (BatteryDevice.Of(new SmartBatteryReader(_registry, i, services[i].Integer(RegistryKeys.Id)), raw) is { } battery)
            {
                batteries.Add(battery);
            }
        }

        return batteries;
    }

    /// <inheritdoc/>
    /// <remarks>Known on every Mac that has the service; desktop Macs with Intel processors have none.</remarks>
    public ExternalPower ReadExternalPower()
    {
        ExternalPower power = ExternalPower.Unknown;
        foreach (PropertyDictionary service in _registry.ReadServices())
        {
            ExternalPower said = Adapter.Power(service);
            power = power == ExternalPower.Online || said == ExternalPower.Unknown ? power : said;
        }

        return power;
    }

    /// <inheritdoc/>
    public Measurement ReadAdapterPower()
    {
        Measurement watts = Measurement.Unknown(ValueQuality.Missing);
        foreach (PropertyDictionary service in _registry.ReadServices())
        {
            watts = watts.IsKnown ? watts : Adapter.Watts(service);
        }

        return watts;
    }

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) => RegistryRecorder.Record(_registry.ReadServices(), keepsSerialNumbers);

    /// <inheritdoc/>
    public IChangeSignal OpenSignal() => _registry.OpenSignal();
}
