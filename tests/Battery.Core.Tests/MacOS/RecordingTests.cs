using Battery.Core.MacOS;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.MacOS;

/// <summary>The right numbers of every recorded Mac.</summary>
public class RecordingTests
{
    public static TheoryData<string> Machines => [.. Fixture.NamesOf("macos")];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Read_gives_the_adapter_power_of_a_fixture(string machine)
    {
        var fixture = new Fixture(machine, "macos");
        Measurement watts = Open(fixture).ReadAdapterPower();
        Assert.Equal(fixture.Expected["adapter_power_w"]?.GetValue<double>(), watts.IsKnown ? watts.Value : null);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void TryRefresh_reads_the_same(string machine)
    {
        foreach (BatteryDevice battery in Open(new(machine, "macos")).ReadBatteries())
        {
            string before = Description.Of(battery.Snapshot).ToJsonString();
            Assert.True(battery.TryRefresh());
            Assert.Equal(before, Description.Of(battery.Snapshot).ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Record_of_a_fixture_reads_the_same(string machine)
    {
        IPowerSupplySource source = Open(new(machine, "macos"));
        byte[] saved = RecordingWriter.Write(source.Record(keepsSerialNumbers: true), DateTime.UnixEpoch).ToArray();
        MacOSSource opened = new MacOSSource(new MacOSRecordedBackend(RecordingReader.Read(saved)));
        Assert.Equal(Description.Of(source).ToJsonString(), Description.Of(opened).ToJsonString());
        Assert.Equal(source.ReadAdapterPower(), opened.ReadAdapterPower());
    }

    private static IPowerSupplySource Open(Fixture fixture) => RecordedSources.Open(fixture.Recording);
}
