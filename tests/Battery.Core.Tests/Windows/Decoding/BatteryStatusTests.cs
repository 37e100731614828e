using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

public class BatteryStatusTests
{
    private static readonly SupplyProperty[] s_numbers =
        [SupplyProperty.VoltageNow, SupplyProperty.EnergyNow, SupplyProperty.PowerNow, SupplyProperty.Capacity, SupplyProperty.CapacityLevel];

    [Fact]
    public void Decode_of_a_buffer_that_is_too_short_leaves_nothing_of_the_buffer_before()
    {
        RawReading reading = Known();
        BatteryStatus.Decode(IoctlResponses.Status().AsSpan(..15), Information(IoctlResponses.System), reading);
        Assert.Null(reading.Flags);
        Assert.All(s_numbers, property => Assert.Equal(RawValue.Unknown(ValueQuality.Malformed), reading[property]));
        Assert.Equal(ValueQuality.Malformed, reading.QualityOf(SupplyProperty.Status));
    }

    // Without BATTERY_INFORMATION it is not known whether the capacity is an energy or a part of one.
    [Fact]
    public void Decode_without_information_leaves_no_capacity_of_the_buffer_before()
    {
        RawReading reading = Known();
        reading.SetUnknown(SupplyProperty.EnergyFull, ValueQuality.ReadFailed);
        BatteryStatus.Decode(IoctlResponses.Status(), null, reading);
        Assert.Equal(ValueQuality.ReadFailed, reading.QualityOf(SupplyProperty.EnergyNow));
        Assert.Equal(ValueQuality.ReadFailed, reading.QualityOf(SupplyProperty.PowerNow));
        Assert.Equal(ValueQuality.Missing, reading.QualityOf(SupplyProperty.Capacity));
        Assert.Equal(RawValue.Known(11_800_000), reading[SupplyProperty.VoltageNow]);
    }

    [Fact]
    public void Decode_of_a_relative_battery_gives_a_percentage_and_no_energy()
    {
        RawReading reading = Known();
        BatteryStatus.Decode(IoctlResponses.Status(), Information(IoctlResponses.System | IoctlResponses.Relative), reading);
        Assert.Equal(RawValue.Known(67), reading[SupplyProperty.Capacity]);
        Assert.Equal(ValueQuality.Missing, reading.QualityOf(SupplyProperty.EnergyNow));
        Assert.Equal(ValueQuality.Missing, reading.QualityOf(SupplyProperty.PowerNow));
    }

    // All ones is 'unknown', and not a battery that is critical, charging and discharging at once.
    [Fact]
    public void Decode_of_a_power_state_of_all_ones_gives_no_flags()
    {
        RawReading reading = Known();
        BatteryStatus.Decode(IoctlResponses.Status(IoctlResponses.Unknown), Information(IoctlResponses.System), reading);
        Assert.Null(reading.Flags);
        Assert.Equal(ValueQuality.ReportedUnknown, reading.QualityOf(SupplyProperty.Status));
        Assert.Equal(ValueQuality.Missing, reading.QualityOf(SupplyProperty.CapacityLevel));
    }

    [Theory]
    [InlineData(IoctlResponses.OnLine, true, false, false, false)]
    [InlineData(IoctlResponses.Charging, false, true, false, false)]
    [InlineData(IoctlResponses.Discharging, false, false, true, false)]
    [InlineData(IoctlResponses.Critical, false, false, false, true)]
    public void Decode_reads_the_flags_of_the_power_state(uint state, bool isOnline, bool charges, bool discharges, bool isCritical)
    {
        RawReading reading = Known();
        BatteryStatus.Decode(IoctlResponses.Status(state), Information(IoctlResponses.System), reading);
        Assert.Equal(new PowerFlags(isOnline, charges, discharges, isCritical, FullyCharged: null, RawValue.Known(-12_000_000)), reading.Flags);
    }

    private static BatteryInformation? Information(uint capabilities) =>
        BatteryInformation.Decode(IoctlResponses.Information(capabilities: capabilities), new RawReading { Name = "BAT0" });

    private static RawReading Known()
    {
        var reading = new RawReading { Name = "BAT0", Flags = default(PowerFlags) };
        foreach (SupplyProperty property in s_numbers)
        {
            reading[property] = RawValue.Known(1);
        }

        return reading;
    }
}
