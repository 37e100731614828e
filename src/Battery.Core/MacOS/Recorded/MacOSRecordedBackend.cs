using System.Text;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.MacOS.Recorded;

/// <summary>The battery services and power sources of a recording or of a dump. They never change.</summary>
/// <param name="services">The services.</param>
/// <param name="sources">The power sources.</param>
/// <param name="keepsSerialNumbers">Whether serial numbers are as the machine reported them.</param>
internal sealed class MacOSRecordedBackend(List<PropertyDictionary> services, PowerSources sources, bool keepsSerialNumbers) : IMacOSBackend
{
    /// <summary>The services and power sources of a recording.</summary>
    /// <exception cref="Model.BatteryException">The recording is damaged.</exception>
    public MacOSRecordedBackend(Recording recording)
        : this(Services(recording), Sources(recording), recording.KeepsSerialNumbers)
    {
    }

    /// <summary>The services of a dump.</summary>
    /// <param name="dump">What <c>ioreg -arn AppleSmartBattery</c> (XML) or <c>ioreg -rn AppleSmartBattery</c> (text) prints, either of
    /// the whole registry, or single lines of such a text.</param>
    /// <exception cref="Model.BatteryException">It is not such a dump.</exception>
    public MacOSRecordedBackend(ReadOnlySpan<byte> dump)
        : this(BatteryServices.Find(RegistryDump.Read(dump)), PowerSources.NotRecorded, keepsSerialNumbers: true)
    {
    }

    /// <inheritdoc/>
    public string Name => "ioreg";

    /// <inheritdoc/>
    public bool KeepsSerialNumbers => keepsSerialNumbers;

    /// <inheritdoc/>
    public List<PropertyDictionary> ReadServices() => services;

    /// <inheritdoc/>
    public PropertyDictionary? ReadService(long id) => services.Find(service => service.Integer(RegistryKeys.Id) == id);

    /// <inheritdoc/>
    public PowerSources ReadPowerSources() => sources;

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => new NullChangeNotifier();

    private static List<PropertyDictionary> Services(Recording recording)
    {
        var services = new List<PropertyDictionary>();
        foreach (RecordedDevice device in recording.Devices)
        {
            // A service with an error instead of properties was removed while it was recorded.
            if (device[MacOSRecordingKeys.Properties] is { Error: 0 } response && RegistryDump.Read(response.Bytes) is PropertyDictionary service)
            {
                services.Add(service);
            }
        }

        return services;
    }

    private static PowerSources Sources(Recording recording)
    {
        foreach (RecordedDevice device in recording.Devices)
        {
            if (device[MacOSRecordingKeys.Sources] is { Error: 0 } response && RegistryDump.Read(response.Bytes) is PropertyArray sources)
            {
                string? type = device[MacOSRecordingKeys.ProvidingType] is { Error: 0 } providing ? Encoding.UTF8.GetString(providing.Bytes) : null;
                return new(type, [.. sources.Items.OfType<PropertyDictionary>()]);
            }
        }

        // Earlier versions did not record them.
        return PowerSources.NotRecorded;
    }
}
