using System.Globalization;
using System.Text.Json.Nodes;
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
    public void Read_gives_the_expected_values_of_a_fixture(string machine)
    {
        var fixture = new Fixture(machine, "macos");
        MacOSSource source = Open(fixture);
        ExpectedValues.AssertEqual(fixture.Expected, Describe(source));
        Measurement watts = source.ReadAdapterPower();
        Assert.Equal(fixture.Expected["adapter_power_w"]?.GetValue<double>(), watts.IsKnown ? watts.Value : null);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void TryRefresh_reads_the_same(string machine)
    {
        foreach (BatteryDevice battery in Open(new(machine, "macos")).ReadBatteries())
        {
            string before = Describe(battery.Snapshot).ToJsonString();
            Assert.True(battery.TryRefresh());
            Assert.Equal(before, Describe(battery.Snapshot).ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Record_of_a_fixture_reads_the_same(string machine)
    {
        MacOSSource source = Open(new(machine, "macos"));
        byte[] saved = RecordingWriter.Write(source.Record(keepsSerialNumbers: true), DateTime.UnixEpoch).ToArray();
        MacOSSource opened = new MacOSSource(new MacOSRecordedBackend(RecordingReader.Read(saved)));
        Assert.Equal(Describe(source).ToJsonString(), Describe(opened).ToJsonString());
        Assert.Equal(source.ReadAdapterPower(), opened.ReadAdapterPower());
    }

    private static MacOSSource Open(Fixture fixture) => new MacOSSource(new MacOSRecordedBackend(File.ReadAllBytes(fixture.Recording)));

    private static JsonObject Describe(MacOSSource source) => new()
    {
        ["external_power"] = Word(source.ReadExternalPower()),
        ["batteries"] = new JsonArray([.. source.ReadBatteries().Select(static battery => Describe(battery.Snapshot))]),
    };

    private static JsonObject Describe(BatterySnapshot battery) =>
        new(TableValue.All.Select(value => KeyValuePair.Create(value.Key, Describe(battery, value))));

    private static JsonNode? Describe(BatterySnapshot battery, TableValue value)
    {
        var field = (BatteryField)value.Number;
        if (battery.QualityOf(field) != ValueQuality.Known)
        {
            return null;
        }

        return value.Kind switch
        {
            "Text" => battery.Text(field),
            "Date" => battery.Number(field).ToString("0000-00-00", CultureInfo.InvariantCulture),
            "Enumeration" => Word((Enum)typeof(BatterySnapshot).GetProperty(value.Name)!.GetValue(battery)!),
            _ => battery.Number(field),
        };
    }

    private static string Word(Enum value) =>
        string.Concat(value.ToString().Select(static (c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant();
}
