using Battery.Core.Model;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

/// <summary>The responses' layouts (poclass.h), and the unknown marks in each place that has one.</summary>
public class StructureDecodingTests
{
    [Fact]
    public void Decode_reads_every_value_of_a_battery()
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.Temperature] = IoctlResponses.Number(3012);
        port.Levels[BatteryInformationLevel.EstimatedTime] = IoctlResponses.Number(8400);
        port.Levels[BatteryInformationLevel.DeviceName] = IoctlResponses.Text("DELL 0FJMK02\0");
        port.Levels[BatteryInformationLevel.ManufactureName] = IoctlResponses.Text("Samsung SDI\0");
        port.Levels[BatteryInformationLevel.SerialNumber] = IoctlResponses.Text("1111\0");
        port.Levels[BatteryInformationLevel.ManufactureDate] = IoctlResponses.Date(3, 2, 2021);
        BatterySnapshot battery = FakeBackend.Read(port);

        Assert.Equal(("BAT0", BatteryKind.Battery, BatteryScope.System), (battery.Name, battery.Kind, battery.Scope));
        Assert.Equal((BatteryState.Discharging, BatteryTechnology.LithiumIon), (battery.State, battery.Technology));
        Assert.Equal("DELL 0FJMK02", battery.Text(BatteryField.Model));
        Assert.Equal("Samsung SDI", battery.Text(BatteryField.Vendor));
        Assert.Equal("1111", battery.Text(BatteryField.SerialNumber));
        battery.AssertNumber(BatteryField.ManufactureDate, 20210203);
        battery.AssertNumber(BatteryField.EnergyFullDesign, 50);
        battery.AssertNumber(BatteryField.EnergyFull, 45);
        battery.AssertNumber(BatteryField.Energy, 30);
        battery.AssertNumber(BatteryField.Percentage, 100 * 30 / 45.0);
        battery.AssertNumber(BatteryField.StateOfHealth, 90);
        battery.AssertNumber(BatteryField.CycleCount, 123);
        battery.AssertNumber(BatteryField.Voltage, 11.8);
        battery.AssertNumber(BatteryField.EnergyRate, 12);
        battery.AssertNumber(BatteryField.Temperature, 28.05);
        battery.AssertNumber(BatteryField.TimeToEmpty, 8400);
        battery.AssertUnknown(BatteryField.TimeToFull, ValueQuality.NotInThisState);
        battery.AssertUnknown(BatteryField.CapacityLevel, ValueQuality.Missing);
        battery.AssertUnknown(BatteryField.Current, ValueQuality.Missing);
    }

    [Fact]
    public void Decode_gives_no_value_that_depends_on_unknown_capacities()
    {
        var port = new FakeBatteryDevice { Status = IoctlResponses.Status(capacity: IoctlResponses.Unknown) };
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(design: IoctlResponses.Unknown, full: IoctlResponses.Unknown,
            cycles: IoctlResponses.Unknown);
        BatterySnapshot battery = FakeBackend.Read(port);
        foreach (BatteryField field in new[] { BatteryField.Energy, BatteryField.EnergyFull, BatteryField.EnergyFullDesign, BatteryField.CycleCount,
            BatteryField.StateOfHealth, BatteryField.Percentage })
        {
            battery.AssertUnknown(field, ValueQuality.ReportedUnknown);
        }

        Assert.Equal(BatteryState.Discharging, battery.State);
    }

    [Fact]
    public void Decode_gives_unknown_for_the_sentinel_of_a_voltage() =>
        FakeBackend.Read(new FakeBatteryDevice { Status = IoctlResponses.Status(voltage: IoctlResponses.Unknown) }).AssertUnknown(BatteryField.Voltage,
            ValueQuality.ReportedUnknown);

    [Fact]
    public void Decode_gives_unknown_for_the_sentinel_of_a_rate()
    {
        BatterySnapshot battery = FakeBackend.Read(new FakeBatteryDevice { Status = IoctlResponses.Status(rate: IoctlResponses.UnknownRate) });
        battery.AssertUnknown(BatteryField.EnergyRate, ValueQuality.ReportedUnknown);
        battery.AssertNumber(BatteryField.Energy, 30);
    }

    [Theory]
    [InlineData(12_000, 12)]
    [InlineData(-12_000, 12)]
    [InlineData(0, 0)]
    public void Decode_gives_a_rate_without_its_sign(int rate, double watts) =>
        FakeBackend.Read(new FakeBatteryDevice { Status = IoctlResponses.Status(rate: rate) }).AssertNumber(BatteryField.EnergyRate, watts);

    [Theory]
    [InlineData(0x80000000)]
    [InlineData(0x7FFFFFFF)]
    public void Decode_gives_unknown_for_a_number_near_the_limits(uint number)
    {
        var port = new FakeBatteryDevice { Status = IoctlResponses.Status(capacity: number, voltage: number, rate: int.MaxValue) };
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(design: number, full: number, cycles: number);
        BatterySnapshot battery = FakeBackend.Read(port);
        foreach (BatteryField field in new[] { BatteryField.Energy, BatteryField.EnergyFull, BatteryField.EnergyFullDesign, BatteryField.CycleCount,
            BatteryField.Voltage, BatteryField.EnergyRate })
        {
            battery.AssertUnknown(field, ValueQuality.OutOfRange);
        }
    }

    [Fact]
    public void Decode_gives_unknown_for_a_status_of_all_ones()
    {
        BatterySnapshot battery = FakeBackend.Read(new FakeBatteryDevice { Status = IoctlResponses.Status(IoctlResponses.Unknown, IoctlResponses.Unknown,
            IoctlResponses.Unknown, -1) });
        battery.AssertUnknown(BatteryField.State, ValueQuality.ReportedUnknown);
        battery.AssertUnknown(BatteryField.CapacityLevel, ValueQuality.Missing);
        battery.AssertUnknown(BatteryField.EnergyRate, ValueQuality.ReportedUnknown);
    }

    [Theory]
    [InlineData("PbAc", BatteryTechnology.LeadAcid)]
    [InlineData("LION", BatteryTechnology.LithiumIon)]
    [InlineData("Li-I", BatteryTechnology.LithiumIon)]
    [InlineData("NiCd", BatteryTechnology.NickelCadmium)]
    [InlineData("NiMH", BatteryTechnology.NickelMetalHydride)]
    [InlineData("NiZn", BatteryTechnology.NickelZinc)]
    [InlineData("RAM\0", BatteryTechnology.RechargeableAlkalineManganese)]
    [InlineData("RAM ", BatteryTechnology.RechargeableAlkalineManganese)]
    [InlineData("LiP\0", BatteryTechnology.LithiumPolymer)]
    [InlineData("lion", BatteryTechnology.LithiumIon)]
    public void Decode_reads_a_chemistry_of_up_to_four_bytes(string chemistry, BatteryTechnology technology) =>
        Assert.Equal(technology, ReadInformation(IoctlResponses.Information(chemistry: chemistry)).Technology);

    [Theory]
    [InlineData("\0\0\0\0", ValueQuality.ReportedUnknown)]
    [InlineData("Zn-X", ValueQuality.Malformed)]
    public void Decode_gives_unknown_for_an_unknown_chemistry(string chemistry, ValueQuality quality) =>
        ReadInformation(IoctlResponses.Information(chemistry: chemistry)).AssertUnknown(BatteryField.Technology, quality);

    [Theory]
    [InlineData("ACME\0", "ACME")]
    [InlineData("ACME", "ACME")]
    [InlineData("ACME\0rubbish", "ACME")]
    [InlineData("  5B10\u00DC ", "5B10\u00DC")]
    [InlineData("\uD83D\uDD0B", "\uD83D\uDD0B")]
    [InlineData("", null)]
    [InlineData("\0", null)]
    [InlineData("   ", null)]
    public void Decode_reads_a_string_with_or_without_NUL(string text, string? expected)
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.DeviceName] = IoctlResponses.Text(text);
        BatterySnapshot battery = FakeBackend.Read(port);
        Assert.Equal(expected, battery.Text(BatteryField.Model));
        Assert.Equal(expected is null ? ValueQuality.ReportedUnknown : ValueQuality.Known, battery.QualityOf(BatteryField.Model));
    }

    // Not in the theory: an attribute cannot hold half a character.
    [Fact]
    public void Decode_replaces_half_a_surrogate_pair() =>
        Assert.Equal("A\uFFFD", ReadLevel(BatteryInformationLevel.DeviceName, [.. IoctlResponses.Text("A"), 0x3D, 0xD8]).Text(BatteryField.Model));

    [Fact]
    public void Decode_reads_a_string_that_fills_the_buffer()
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.SerialNumber] = IoctlResponses.Text(new string('7', 128));
        Assert.Equal(new string('7', 128), FakeBackend.Read(port).Text(BatteryField.SerialNumber));
    }

    [Fact]
    public void Decode_ignores_half_a_unit_at_the_end_of_a_string()
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.DeviceName] = [.. IoctlResponses.Text("AB"), (byte)'C'];
        Assert.Equal("AB", FakeBackend.Read(port).Text(BatteryField.Model));
    }

    [Fact]
    public void Decode_does_not_take_the_unique_id_for_the_serial_number()
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.UniqueId] = IoctlResponses.Text("1111Samsung SDIDELL 0FJMK02\0");
        FakeBackend.Read(port).AssertUnknown(BatteryField.SerialNumber, ValueQuality.Missing);
    }

    [Theory]
    [InlineData(2981, 24.95)]
    [InlineData(2732, 0.05)]
    [InlineData(2531, -20.05)]
    [InlineData(298_150, 25)]
    [InlineData(323_156, 50)]
    public void Decode_reads_a_temperature_in_tenths_or_thousandths_of_a_kelvin(uint number, double degrees) =>
        ReadLevel(BatteryInformationLevel.Temperature, number).AssertNumber(BatteryField.Temperature, degrees);

    [Theory]
    [InlineData(0u, ValueQuality.ReportedUnknown)]
    [InlineData(IoctlResponses.Unknown, ValueQuality.ReportedUnknown)]
    [InlineData(25u, ValueQuality.OutOfRange)]
    [InlineData(25_000u, ValueQuality.OutOfRange)]
    public void Decode_gives_unknown_for_an_implausible_temperature(uint number, ValueQuality quality) =>
        ReadLevel(BatteryInformationLevel.Temperature, number).AssertUnknown(BatteryField.Temperature, quality);

    [Fact]
    public void TimeToEmpty_is_energy_over_rate_if_the_estimated_time_is_unknown() =>
        ReadLevel(BatteryInformationLevel.EstimatedTime, IoctlResponses.Unknown).AssertNumber(BatteryField.TimeToEmpty, 30 / 12.0 * 3600);

    [Fact]
    public void Decode_gives_unknown_for_a_date_of_zeros() =>
        ReadLevel(BatteryInformationLevel.ManufactureDate, IoctlResponses.Date(0, 0, 0)).AssertUnknown(BatteryField.ManufactureDate, ValueQuality.OutOfRange);

    [Fact]
    public void Decode_gives_unknown_for_the_values_of_a_buffer_that_is_too_short()
    {
        var port = new FakeBatteryDevice { Status = IoctlResponses.Status()[..15] };
        port.Levels[BatteryInformationLevel.Temperature] = [1, 2, 3];
        port.Levels[BatteryInformationLevel.ManufactureDate] = [1, 2, 3];
        BatterySnapshot battery = FakeBackend.Read(port);
        battery.AssertUnknown(BatteryField.State, ValueQuality.Malformed);
        battery.AssertUnknown(BatteryField.Energy, ValueQuality.Malformed);
        battery.AssertUnknown(BatteryField.Temperature, ValueQuality.Malformed);
        battery.AssertUnknown(BatteryField.ManufactureDate, ValueQuality.Malformed);
        battery.AssertNumber(BatteryField.EnergyFull, 45);

        battery = ReadInformation(IoctlResponses.Information()[..35]);
        battery.AssertUnknown(BatteryField.EnergyFull, ValueQuality.Malformed);
        battery.AssertUnknown(BatteryField.Energy, ValueQuality.Malformed);
        battery.AssertUnknown(BatteryField.EnergyRate, ValueQuality.Malformed);
        battery.AssertNumber(BatteryField.Voltage, 11.8);
        Assert.Equal(BatteryState.Discharging, battery.State);
    }

    private static BatterySnapshot ReadLevel(BatteryInformationLevel level, uint number) => ReadLevel(level, IoctlResponses.Number(number));

    private static BatterySnapshot ReadInformation(byte[] response) => ReadLevel(BatteryInformationLevel.Information, response);

    private static BatterySnapshot ReadLevel(BatteryInformationLevel level, byte[] response)
    {
        var port = new FakeBatteryDevice();
        port.Levels[level] = response;
        return FakeBackend.Read(port);
    }
}
