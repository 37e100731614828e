using Battery.Core.MacOS;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Recordings;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.MacOS.Live;

/// <summary>A recorded Mac, which the stand-in can be.</summary>
/// <param name="Services">Its battery services.</param>
/// <param name="Sources">Its power sources; null where nothing is known of them.</param>
/// <param name="Source">The recording.</param>
internal sealed record MacRecording(List<PropertyDictionary> Services, PowerSources? Sources, MacOSSource Source)
{
    public static MacRecording Of(Fixture fixture)
    {
        byte[] file = File.ReadAllBytes(fixture.Recording);
        MacOSRecordedBackend backend = RecordingReader.IsRecording(file) ? new(RecordingReader.Read(file)) : new(file);
        PowerSources sources = backend.ReadPowerSources();
        return new(
            backend.ReadServices(), sources.ProvidingType is null ? OfDump((string?)fixture.Expected["external_power"]) : sources, new MacOSSource(backend));
    }

    /// <summary>Lets the stand-in be this Mac.</summary>
    public void Serve() => StandInAnswers.Serve(Services, Sources);

    // A dump of the registry does not contain power sources. On a Mac they follow from it: powerd derives them (BatteryTimeRemaining.m).
    private static PowerSources? OfDump(string? externalPower)
    {
        string? providingType = externalPower switch
        {
            "online" => PowerSourceKeys.AcPower,
            "offline" => PowerSourceKeys.BatteryPower,
            _ => null,
        };
        return providingType is null ? null : new(providingType,
        [
            new(new()
            {
                [PowerSourceKeys.Type] = new PropertyScalar<string>("InternalBattery"),
                [PowerSourceKeys.Name] = new PropertyScalar<string>("InternalBattery-0"),
                [PowerSourceKeys.State] = new PropertyScalar<string>(providingType),
            }),
        ]);
    }
}
