using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.MacOS.Live;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.MacOS.Live;

/// <summary>The code for the running system, with a stand-in for macOS.</summary>
[Collection(StandIn.Collection)]
[SupportedOSPlatform("macos")]
public sealed class MacOSLiveBackendTests : IDisposable
{
    private const int NoMemory = unchecked((int)0xe00002bd);
    private const int InvalidDestination = 0x10000003;

    private const string CopyProperties = "IORegistryEntryCreateCFProperties";

    public MacOSLiveBackendTests() => StandIn.Begin();

    public static TheoryData<string> Machines => [.. Fixture.NamesOf("macos")];

    public void Dispose() => StandIn.AssertNothingIsLeft();

    [Theory]
    [MemberData(nameof(Machines))]
    public void Read_of_a_fixture_gives_the_same_as_its_recording(string machine)
    {
        var fixture = new Fixture(machine, "macos");
        MacRecording recorded = MacRecording.Of(fixture);
        recorded.Serve();
        int alive = StandIn.Now.Alive;
        var live = MacOSSource.Open();

        Assert.Equal("iokit", live.Backend);
        JsonObject values = Description.Of(live);
        Assert.Equal(Description.Of(recorded.Source).ToJsonString(), values.ToJsonString());
        ExpectedValues.AssertEqual(fixture.Expected, values);
        Assert.Equal(recorded.Source.ReadAdapterPower(), live.ReadAdapterPower());
        Assert.Equal(Names(recorded.Source), Names(live));
        Assert.Equal(alive, StandIn.Now.Alive);
    }

    [Fact]
    public void SetChargeLimit_names_the_settings_of_macOS()
    {
        MacRecording.Of(new(Fixture.NamesOf("macos").First(), "macos")).Serve();
        BatteryException problem = Assert.Throws<BatteryException>(() => MacOSSource.Open().ReadBatteries()[0].SetChargeLimit(new(null, 80)));
        Assert.Equal(BatteryError.NotSupported, problem.Code);
        Assert.Contains("use System Settings, Battery, Charging", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void TryRefresh_of_a_fixture_gives_the_same_as_Read(string machine)
    {
        MacRecording.Of(new(machine, "macos")).Serve();
        foreach (BatteryDevice battery in MacOSSource.Open().ReadBatteries())
        {
            string before = Description.Of(battery.Snapshot).ToJsonString();
            Assert.True(battery.TryRefresh());
            Assert.Equal(before, Description.Of(battery.Snapshot).ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Record_of_a_fixture_can_be_opened_and_gives_the_same(string machine)
    {
        MacRecording.Of(new(machine, "macos")).Serve();
        var live = MacOSSource.Open();
        byte[] saved = RecordingWriter.Write(live.Record(keepsSerialNumbers: true), DateTime.UnixEpoch).ToArray();
        var opened = new MacOSSource(new MacOSRecordedBackend(RecordingReader.Read(saved)));
        Assert.Equal(Description.Of(live).ToJsonString(), Description.Of(opened).ToJsonString());
        Assert.Equal(live.ReadAdapterPower(), opened.ReadAdapterPower());
    }

    [Fact]
    public void Read_without_a_service_gives_no_battery_and_the_external_power_of_IOPowerSources()
    {
        StandInAnswers.Serve([], new(PowerSourceKeys.AcPower, []));
        MachineReading reading = MacOSSource.Open().Read(SupplyScopes.All);
        Assert.Empty(reading.Batteries);
        Assert.Equal(ExternalPower.Online, reading.ExternalPower);
    }

    [Theory]
    [InlineData("IOServiceGetMatchingServices", 0, "cannot list the services")]
    [InlineData("IORegistryEntryGetChildIterator", 0, "cannot list the entries below")]
    [InlineData(CopyProperties, 0, "cannot read the properties")]
    [InlineData(CopyProperties, 1, "cannot read the properties")]
    public void Read_throws_if_a_function_fails(string function, int skip, string problem)
    {
        Serve("macbook-air-m2-macos-27");
        StandIn.Fail(function, NoMemory, skip);
        var error = Assert.Throws<BatteryException>(() => MacOSSource.Open().Read(SupplyScopes.All));
        Assert.Equal(BatteryError.Io, error.Code);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("0xe00002bd", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRefresh_throws_if_the_properties_cannot_be_read_and_keeps_the_values()
    {
        Serve("macbook-air-m2-macos-27");
        BatteryDevice battery = Assert.Single(MacOSSource.Open().ReadBatteries());
        double percentage = battery.Snapshot.Number(BatteryField.Percentage);
        StandIn.Fail(CopyProperties, NoMemory);
        Assert.Throws<BatteryException>(() => battery.TryRefresh());
        Assert.Equal(percentage, battery.Snapshot.Number(BatteryField.Percentage));
    }

    [Theory]
    [InlineData(CopyProperties)]
    [InlineData("IORegistryEntryGetChildIterator")]
    public void Read_leaves_out_a_service_that_is_removed_meanwhile(string function)
    {
        Serve("macbook-air-m2-macos-27");
        BatteryDevice battery = Assert.Single(MacOSSource.Open().ReadBatteries());
        StandIn.Fail(CopyProperties, InvalidDestination);
        StandIn.Fail(function, InvalidDestination);
        StandIn.Fail("IORegistryEntryInPlane", 1);
        Assert.Empty(MacOSSource.Open().ReadBatteries());
        Assert.False(battery.TryRefresh());
    }

    [Fact]
    public void TryRefresh_returns_false_when_the_service_was_removed()
    {
        Serve("macbook-air-m2-macos-27");
        BatteryDevice battery = Assert.Single(MacOSSource.Open().ReadBatteries());
        StandIn.Reset();
        Assert.False(battery.TryRefresh());
    }

    [Fact]
    public void TryRefresh_copies_the_properties_of_one_service()
    {
        List<PropertyDictionary> services = MacRecording.Of(new("macbook-pro-retina-intel", "macos")).Services;
        StandInAnswers.Serve([WithId(services[0], 5), WithId(services[0], 6)], PowerSources.NotRecorded);
        List<BatteryDevice> batteries = MacOSSource.Open().ReadBatteries();
        Assert.Equal(2, batteries.Count);
        int before = StandIn.Calls(CopyProperties);
        Assert.True(batteries[1].TryRefresh());
        Assert.Equal(1, StandIn.Calls(CopyProperties) - before);
    }

    [Fact]
    public void Read_ignores_an_id_that_cannot_be_read()
    {
        Serve("macbook-pro-retina-intel");
        StandIn.Fail("IORegistryEntryGetRegistryEntryID", NoMemory);
        BatteryDevice battery = Assert.Single(MacOSSource.Open().ReadBatteries());
        Assert.True(battery.TryRefresh());
    }

    [Fact]
    public void ReadServices_leaves_out_data_real_numbers_and_keys_that_are_no_strings()
    {
        Serve("macbook-pro-retina-intel");
        PropertyDictionary recorded = MacRecording.Of(new("macbook-pro-retina-intel", "macos")).Services.Single();
        PropertyDictionary live = new MacOSLiveBackend().ReadServices().Single();
        Assert.Equal(recorded.Keys.Append(RegistryKeys.Id).Distinct().Order(), live.Keys.Append(RegistryKeys.Class).Append(RegistryKeys.Name).Order());
    }

    [Fact]
    public void ReadServices_leaves_out_values_that_are_nested_too_deeply()
    {
        PropertyValue nested = new PropertyScalar<long>(5);
        for (int i = 0; i < 2 * PropertyListLimits.MaxDepth; i++)
        {
            nested = i % 2 == 0 ? new PropertyArray([nested]) : new PropertyDictionary(new() { ["a"] = nested });
        }

        StandInAnswers.Serve([new(new() { ["a"] = nested })], PowerSources.NotRecorded);
        Assert.Equal(PropertyListLimits.MaxDepth, Depth(new MacOSLiveBackend().ReadServices().Single()) - 1);
    }

    private static int Depth(PropertyValue? value) => value switch
    {
        PropertyDictionary dictionary => 1 + Depth(dictionary["a"]),
        PropertyArray { Items: [var item, ..] } => 1 + Depth(item),
        PropertyArray => 1,
        _ => 0,
    };

    private static void Serve(string machine) => MacRecording.Of(new(machine, "macos")).Serve();

    private static PropertyDictionary WithId(PropertyDictionary service, long id)
    {
        Dictionary<string, PropertyValue> entries = service.Keys.ToDictionary(static key => key, key => service[key]!);
        entries[RegistryKeys.Id] = new PropertyScalar<long>(id);
        return new(entries);
    }

    private static IEnumerable<string?> Names(MacOSSource source) => source.Read(SupplyScopes.None).Adapters.Select(static adapter => adapter.Name);
}
