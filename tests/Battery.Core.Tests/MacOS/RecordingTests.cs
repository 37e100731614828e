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
    private static readonly (string Key, BatteryField Field)[] s_numbers =
    [
        ("percentage", BatteryField.Percentage), ("energy_wh", BatteryField.Energy), ("energy_full_wh", BatteryField.EnergyFull),
        ("energy_full_design_wh", BatteryField.EnergyFullDesign), ("energy_rate_w", BatteryField.EnergyRate), ("voltage_v", BatteryField.Voltage),
        ("temperature_c", BatteryField.Temperature), ("state_of_health_percent", BatteryField.StateOfHealth), ("cycle_count", BatteryField.CycleCount),
        ("time_to_full_s", BatteryField.TimeToFull), ("time_to_empty_s", BatteryField.TimeToEmpty),
        ("charge_start_threshold_percent", BatteryField.ChargeStartThreshold), ("charge_end_threshold_percent", BatteryField.ChargeEndThreshold),
        ("charge_ah", BatteryField.Charge), ("charge_full_ah", BatteryField.ChargeFull), ("charge_full_design_ah", BatteryField.ChargeFullDesign),
        ("current_a", BatteryField.Current),
    ];

    private static readonly (string Key, BatteryField Field)[] s_texts =
        [("name", BatteryField.Name), ("vendor", BatteryField.Vendor), ("model", BatteryField.Model), ("serial_number", BatteryField.SerialNumber)];

    public static TheoryData<string> Machines => [.. Fixture.NamesOf("macos")];

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_recorded_Mac_reads_as_expected(string machine)
    {
        var fixture = new Fixture(machine, "macos");
        MacOSSource source = Open(fixture);
        ExpectedValues.AssertEqual(fixture.Expected, Describe(source));
        Measurement watts = source.ReadAdapterPower();
        Assert.Equal(fixture.Expected["adapter_power_w"]?.GetValue<double>(), watts.IsKnown ? watts.Value : null);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_refresh_reads_the_same(string machine)
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
    public void A_recording_of_a_recorded_Mac_reads_the_same(string machine)
    {
        MacOSSource source = Open(new(machine, "macos"));
        byte[] saved = RecordingWriter.Write(source.Record(keepsSerialNumbers: true), DateTime.UnixEpoch);
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

    private static JsonObject Describe(BatterySnapshot battery)
    {
        var json = new JsonObject
        {
            ["kind"] = Word(battery.Kind),
            ["scope"] = Word(battery.Scope),
            ["state"] = Word(battery.State),
            ["technology"] = battery.QualityOf(BatteryField.Technology) == ValueQuality.Known ? Word(battery.Technology) : null,
            ["capacity_level"] = battery.QualityOf(BatteryField.CapacityLevel) == ValueQuality.Known ? Word(battery.CapacityLevel) : null,
        };
        foreach ((string key, BatteryField field) in s_numbers)
        {
            json[key] = battery.QualityOf(field) == ValueQuality.Known ? battery.Number(field) : null;
        }

        foreach ((string key, BatteryField field) in s_texts)
        {
            json[key] = battery.Text(field);
        }

        json["manufacture_date"] = battery.QualityOf(BatteryField.ManufactureDate) == ValueQuality.Known
            ? battery.Number(BatteryField.ManufactureDate).ToString("0000-00-00", CultureInfo.InvariantCulture)
            : null;
        return json;
    }

    private static string Word(Enum value) =>
        string.Concat(value.ToString().Select(static (c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant();
}
