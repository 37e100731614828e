using Battery.Core.Explanation;
using Battery.Core.Linux;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.Tests.Explanation;

/// <summary>A sentence for each formula and each reason.</summary>
public sealed class ExplanationTests
{
    private const string Discharging = "STATUS=Discharging VOLTAGE_NOW=11723000";

    [Theory]
    [InlineData(BatteryField.EnergyRate, Discharging + " POWER_NOW=4830000", "power_now 4830000 µW")]
    [InlineData(BatteryField.EnergyRate, Discharging + " CURRENT_NOW=412000", "current_now 412000 µA × voltage_now 11723000 µV (power_now is not reported)")]
    [InlineData(BatteryField.EnergyRate, Discharging + " CURRENT_NOW=-412000",
        "|current_now -412000 µA| × voltage_now 11723000 µV (power_now is not reported)")]
    [InlineData(BatteryField.EnergyRate, Discharging + " CURRENT_NOW=412000 POWER_NOW=0",
        "current_now 412000 µA × voltage_now 11723000 µV (power_now 0 µW is implausible)")]
    [InlineData(BatteryField.EnergyRate, Discharging + " POWER_AVG=5000000", "power_avg 5000000 µW (power_now and current_now are not reported)")]
    [InlineData(BatteryField.SignedPower, Discharging + " POWER_NOW=4830000", "−power_now 4830000 µW while status Discharging")]
    [InlineData(BatteryField.Current, "STATUS=Discharging CURRENT_NOW=412000", "−current_now 412000 µA while status Discharging")]
    [InlineData(BatteryField.Voltage, "VOLTAGE_AVG=11723000", "voltage_avg 11723000 µV (voltage_now is not reported)")]
    [InlineData(BatteryField.Energy, "CHARGE_NOW=2000000 VOLTAGE_MIN_DESIGN=11400000",
        "charge_now 2000000 µAh × voltage_min_design 11400000 µV (energy_now is not reported)")]
    [InlineData(BatteryField.StateOfHealth, "ENERGY_FULL=40000000 ENERGY_FULL_DESIGN=50000000", "energy_full 40000000 µWh ÷ energy_full_design 50000000 µWh")]
    [InlineData(BatteryField.Percentage, "ENERGY_NOW=20000000 ENERGY_FULL=40000000",
        "energy_now 20000000 µWh ÷ energy_full 40000000 µWh (capacity is not reported)")]
    [InlineData(BatteryField.TimeToEmpty, "STATUS=Discharging ENERGY_NOW=20000000 POWER_NOW=10000000",
        "energy_now 20000000 µWh ÷ power_now 10000000 µW while status Discharging (time_to_empty_now is not reported)")]
    [InlineData(BatteryField.TimeToEmpty, "STATUS=Discharging ENERGY_NOW=20000000 POWER_NOW=10000000 TIME_TO_EMPTY_NOW=0",
        "energy_now 20000000 µWh ÷ power_now 10000000 µW while status Discharging (time_to_empty_now 0 s is implausible)")]
    [InlineData(BatteryField.TimeToFull, "STATUS=Charging ENERGY_NOW=20000000 ENERGY_FULL=40000000 POWER_NOW=10000000",
        "(energy_full 40000000 µWh − energy_now 20000000 µWh) ÷ power_now 10000000 µW while status Charging (time_to_full_now is not reported)")]
    [InlineData(BatteryField.Temperature, "TEMP=314", "temp 314 0.1 °C")]
    [InlineData(BatteryField.ManufactureDate, "MANUFACTURE_YEAR=2024 MANUFACTURE_MONTH=5 MANUFACTURE_DAY=7",
        "manufacture_year 2024, manufacture_month 5, manufacture_day 7")]
    [InlineData(BatteryField.Scope, "STATUS=Full", "the default (scope is not reported)")]
    [InlineData(BatteryField.State, "STATUS=Full", "status Full")]
    [InlineData(BatteryField.ChargeLimit, "CHARGE_CONTROL_END_THRESHOLD=80", "charge_control_end_threshold 80 %")]
    public void Explain_a_known_value_gives_its_formula(BatteryField field, string properties, string rule)
    {
        ValueExplanation explanation = Battery(properties).Explain(field)!;

        Assert.Equal(ValueQuality.Known, explanation.Quality);
        Assert.Equal(rule, explanation.Rule);
    }

    [Theory]
    [InlineData(BatteryField.Temperature, "STATUS=Full", ValueQuality.Missing, "temp is not reported")]
    [InlineData(BatteryField.Temperature, "TEMP=abc", ValueQuality.Malformed, "temp abc is not valid")]
    [InlineData(BatteryField.Temperature, "TEMP=5000", ValueQuality.OutOfRange, "the system reports an implausible value: temp 5000 0.1 °C")]
    [InlineData(BatteryField.CycleCount, "CYCLE_COUNT=0", ValueQuality.ReportedUnknown, "the system reports it as unknown: cycle_count 0")]
    [InlineData(BatteryField.State, "STATUS=Unknown", ValueQuality.ReportedUnknown, "status Unknown is reported as unknown")]
    [InlineData(BatteryField.StateOfHealth, "ENERGY_FULL=40000000", ValueQuality.Missing, "energy_full_design is not reported")]
    [InlineData(BatteryField.Vendor, "STATUS=Full", ValueQuality.Missing, "manufacturer is not reported")]
    [InlineData(BatteryField.TimeToFull, "STATUS=Discharging", ValueQuality.NotInThisState, "it has no meaning in the present state: status Discharging")]
    [InlineData(BatteryField.ChargeLimit, "CHARGE_CONTROL_END_THRESHOLD=100", ValueQuality.NoLimit,
        "no charge limit is in force: charge_control_end_threshold 100 %")]
    [InlineData(BatteryField.TimeToFull,
        "STATUS=Charging CAPACITY=50 ENERGY_NOW=20000000 ENERGY_FULL=40000000 POWER_NOW=10000000 CHARGE_CONTROL_END_THRESHOLD=80",
        ValueQuality.LimitInForce, "charging ends at a charge limit: charge_control_end_threshold 80 %")]
    public void Explain_an_unknown_value_gives_the_reason(BatteryField field, string properties, ValueQuality quality, string rule)
    {
        ValueExplanation explanation = Battery(properties).Explain(field)!;

        Assert.Equal(quality, explanation.Quality);
        Assert.Equal(rule, explanation.Rule);
    }

    [Theory]
    [InlineData(BatteryField.EnergyRate, Discharging + " POWER_NOW=4830000", false)]
    [InlineData(BatteryField.EnergyRate, Discharging + " CURRENT_NOW=412000", true)]
    [InlineData(BatteryField.State, "STATUS=Full", false)]
    [InlineData(BatteryField.PowerFlow, "STATUS=Full", true)]
    [InlineData(BatteryField.Temperature, "STATUS=Full", false)]
    public void Explain_says_whether_a_rule_computed_the_value(BatteryField field, string properties, bool isDerived) =>
        Assert.Equal(isDerived, Battery(properties).Explain(field)!.IsDerived);

    [Fact]
    public void Explain_a_source_gives_the_number_as_the_system_writes_it()
    {
        RawSource source = Assert.Single(Battery("TEMP=314").Explain(BatteryField.Temperature)!.Sources);

        Assert.Equal(RawSource.Of("temp", "314", "0.1 °C"), source);
    }

    [Fact]
    public void Explain_a_file_that_may_not_be_read_says_so()
    {
        RecordedDevice device = Device("STATUS=Full");
        device.TryAdd("temp", new RecordedResponse(13));

        Assert.Equal("permission to read temp is denied", Read(device).Explain(BatteryField.Temperature)!.Rule);
    }

    [Fact]
    public void Refresh_after_an_explanation_allocates_nothing()
    {
        BatteryDevice battery = Battery(Discharging + " POWER_NOW=4830000 ENERGY_NOW=20000000");
        Assert.NotNull(battery.Explain(BatteryField.EnergyRate));
        Assert.True(battery.TryRefresh());
        Assert.True(battery.TryRefresh());
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.True(battery.TryRefresh());

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static BatteryDevice Battery(string properties) => Read(Device(properties));

    private static BatteryDevice Read(RecordedDevice device) =>
        Assert.Single(new LinuxSource(new LinuxRecordedBackend(new Recording(Recording.Linux, [device], KeepsSerialNumbers: true))).ReadBatteries());

    private static RecordedDevice Device(string properties)
    {
        var device = new RecordedDevice("BAT0");
        string[] lines = properties.Split(' ');
        string uevent = string.Concat(lines.Prepend("TYPE=Battery").Prepend("PRESENT=1").Select(static line => $"POWER_SUPPLY_{line}\n"));
        device.TryAdd("uevent", new RecordedResponse(System.Text.Encoding.UTF8.GetBytes(uevent)));
        return device;
    }
}
