using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

/// <summary>What a reading has that was used before, after a response that is too short or has no value.</summary>
public class UnknownResponseTests
{
    private static readonly byte[] s_short = [1, 2, 3];

    [Fact]
    public void Decode_of_a_short_response_makes_every_value_unknown()
    {
        RawReading reading = Used();
        BatteryInformation.Decode(s_short, reading);
        BatteryStatus.Decode(s_short, null, reading);
        BatteryManufactureDate.Decode(s_short, reading);
        foreach (SupplyProperty property in new[]
        {
            SupplyProperty.Technology, SupplyProperty.EnergyFull, SupplyProperty.EnergyFullDesign, SupplyProperty.CycleCount,
            SupplyProperty.Status, SupplyProperty.CapacityLevel, SupplyProperty.VoltageNow, SupplyProperty.EnergyNow, SupplyProperty.PowerNow,
            SupplyProperty.Capacity, SupplyProperty.ManufactureDay, SupplyProperty.ManufactureMonth, SupplyProperty.ManufactureYear,
        })
        {
            Assert.Equal((property, ValueQuality.Malformed), (property, reading[property].Quality));
        }

        Assert.Null(reading.Flags);
    }

    [Fact]
    public void Decode_of_a_status_without_information_gives_no_capacity()
    {
        RawReading reading = Used();
        reading.SetUnknown(SupplyProperty.EnergyFull, ValueQuality.ReadFailed);
        BatteryStatus.Decode(IoctlResponses.Status(), null, reading);
        Assert.Equal(ValueQuality.Missing, reading[SupplyProperty.Capacity].Quality);
        Assert.Equal((ValueQuality.ReadFailed, ValueQuality.ReadFailed), (reading[SupplyProperty.EnergyNow].Quality, reading[SupplyProperty.PowerNow].Quality));
        Assert.Equal(ValueQuality.Missing, reading[SupplyProperty.Status].Quality);
        Assert.Equal((true, false), (reading.Flags!.Value.Discharging, reading.Flags.Value.Charging));
    }

    [Fact]
    public void Decode_of_a_status_of_all_ones_gives_no_flags()
    {
        RawReading reading = Used();
        BatteryStatus.Decode(IoctlResponses.Status(state: IoctlResponses.Unknown), null, reading);
        Assert.Null(reading.Flags);
        Assert.Equal(ValueQuality.ReportedUnknown, reading[SupplyProperty.Status].Quality);
    }

    [Fact]
    public void Decode_of_an_estimated_time_gives_seconds()
    {
        Assert.Equal(RawValue.Known(9000), BatteryEstimatedTime.Decode(IoctlResponses.Number(9000)));
        Assert.Equal(RawValue.Unknown(ValueQuality.ReportedUnknown), BatteryEstimatedTime.Decode(IoctlResponses.Number(IoctlResponses.Unknown)));
        Assert.Equal(RawValue.Unknown(ValueQuality.Malformed), BatteryEstimatedTime.Decode(s_short));
    }

    // 999.9 K and 10 K: neither is the temperature of a battery.
    [Fact]
    public void Decode_of_a_temperature_counts_in_thousandths_from_10000()
    {
        Assert.Equal(RawValue.Known(99_990 - 27_315), BatteryTemperature.Decode(IoctlResponses.Number(9999)));
        Assert.Equal(RawValue.Known(1000 - 27_315), BatteryTemperature.Decode(IoctlResponses.Number(10_000)));
    }

    [Theory]
    [InlineData(12, ExternalPower.Online)]
    [InlineData(13, ExternalPower.Online)]
    [InlineData(11, ExternalPower.Unknown)]
    [InlineData(0, ExternalPower.Unknown)]
    public void Decode_of_a_power_status_needs_its_whole_length(int length, ExternalPower power)
    {
        byte[] response = new byte[length];
        response.AsSpan(0, Math.Min(1, length)).Fill(1);
        Assert.Equal(power, SystemPowerStatus.Decode(response));
    }

    [Theory]
    [InlineData(95, BatteryState.Full)]
    [InlineData(94, BatteryState.NotCharging)]
    public void State_on_line_is_full_from_95_percent(uint percentage, BatteryState state)
    {
        var port = new FakeBatteryDevice { Status = IoctlResponses.Status(IoctlResponses.OnLine, capacity: percentage * 450, rate: 0) };
        Assert.Equal(state, FakeBackend.Read(port).State);
    }

    private static RawReading Used()
    {
        var reading = new RawReading { Name = "BAT0" };
        for (SupplyProperty property = 0; (int)property < RawReading.PropertyCount; property++)
        {
            if (!RawReading.IsText(property))
            {
                reading[property] = RawValue.Known(5);
            }
        }

        return reading;
    }
}
