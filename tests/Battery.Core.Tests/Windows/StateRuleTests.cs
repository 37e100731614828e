using Battery.Core.Model;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows;

/// <summary>What the flags of BATTERY_STATUS and BATTERY_INFORMATION say of a battery.</summary>
public class StateTests
{
    private const uint Full = 45_000;

    [Theory]
    [InlineData(IoctlResponses.Discharging, BatteryState.Discharging)]
    [InlineData(IoctlResponses.Charging, BatteryState.Charging)]
    [InlineData(IoctlResponses.Charging | IoctlResponses.OnLine, BatteryState.Charging)]
    [InlineData(IoctlResponses.Discharging | IoctlResponses.OnLine, BatteryState.Discharging)]
    public void State_is_charging_or_discharging_by_the_flags(uint flags, BatteryState state) =>
        Assert.Equal(state, Read(flags, 30_000).State);

    [Theory]
    [InlineData(Full, BatteryState.Full)]
    [InlineData(Full * 99 / 100, BatteryState.Full)]
    [InlineData(Full * 95 / 100, BatteryState.Full)]
    [InlineData(Full * 94 / 100, BatteryState.NotCharging)]
    [InlineData(Full * 80 / 100, BatteryState.NotCharging)]
    [InlineData(Full * 60 / 100, BatteryState.NotCharging)]
    [InlineData(0u, BatteryState.NotCharging)]
    [InlineData(IoctlResponses.Unknown, BatteryState.NotCharging)]
    public void State_on_line_is_full_only_near_the_full_capacity(uint capacity, BatteryState state) =>
        Assert.Equal(state, Read(IoctlResponses.OnLine, capacity).State);

    [Theory]
    [InlineData(IoctlResponses.Discharging | IoctlResponses.Critical, BatteryState.Discharging)]
    [InlineData(IoctlResponses.Charging | IoctlResponses.OnLine | IoctlResponses.Critical, BatteryState.Charging)]
    [InlineData(IoctlResponses.OnLine | IoctlResponses.Critical, BatteryState.NotCharging)]
    [InlineData(IoctlResponses.Critical, BatteryState.Empty)]
    public void State_does_not_depend_on_critical_unless_no_other_flag_is_set(uint flags, BatteryState state)
    {
        BatterySnapshot battery = Read(flags, 500);
        Assert.Equal((state, CapacityLevel.Critical), (battery.State, battery.CapacityLevel));
    }

    [Theory]
    [InlineData(30_000u, BatteryState.NotCharging)]
    [InlineData(Full, BatteryState.Full)]
    [InlineData(IoctlResponses.Unknown, BatteryState.Unknown)]
    public void State_without_flags_depends_on_the_capacity(uint capacity, BatteryState state) => Assert.Equal(state, Read(0, capacity).State);

    [Theory]
    [InlineData(5_000, BatteryState.Charging)]
    [InlineData(-5_000, BatteryState.Discharging)]
    [InlineData(0, BatteryState.Unknown)]
    [InlineData(IoctlResponses.UnknownRate, BatteryState.Unknown)]
    public void State_with_both_flags_depends_on_the_sign_of_the_rate(int rate, BatteryState state) =>
        Assert.Equal(state, FakeBackend.Read(new FakeBatteryDevice { Status = IoctlResponses.Status(IoctlResponses.Charging | IoctlResponses.Discharging,
            rate: rate) }).State);

    [Theory]
    [InlineData(50u, 100u, 50)]
    [InlineData(50u, 95u, 53)]
    [InlineData(95u, 95u, 100)]
    [InlineData(0u, 95u, 0)]
    public void Read_gives_a_percentage_and_no_energies_for_relative_capacities(uint capacity, uint full, double percent)
    {
        BatterySnapshot battery = ReadRelative(IoctlResponses.Discharging, capacity, full);
        battery.AssertNumber(BatteryField.Percentage, percent);
        foreach (BatteryField field in new[] { BatteryField.Energy, BatteryField.EnergyFull, BatteryField.EnergyFullDesign, BatteryField.EnergyRate,
            BatteryField.StateOfHealth })
        {
            battery.AssertUnknown(field, ValueQuality.Missing);
        }
    }

    [Theory]
    [InlineData(IoctlResponses.Unknown, 100u, ValueQuality.ReportedUnknown)]
    [InlineData(50u, IoctlResponses.Unknown, ValueQuality.ReportedUnknown)]
    [InlineData(50u, 0u, ValueQuality.OutOfRange)]
    public void Read_gives_no_percentage_for_an_unknown_relative_capacity(uint capacity, uint full, ValueQuality quality) =>
        ReadRelative(IoctlResponses.Discharging, capacity, full).AssertUnknown(BatteryField.Percentage, quality);

    [Fact]
    public void State_on_line_with_relative_capacities_is_full_near_the_full_capacity() =>
        Assert.Equal(
            (BatteryState.Full, BatteryState.NotCharging),
            (ReadRelative(IoctlResponses.OnLine, 99, 100).State, ReadRelative(IoctlResponses.OnLine, 80, 100).State));

    [Theory]
    [InlineData(IoctlResponses.System, BatteryKind.Battery)]
    [InlineData(IoctlResponses.System | IoctlResponses.Relative, BatteryKind.Battery)]
    [InlineData(IoctlResponses.System | IoctlResponses.ShortTerm, BatteryKind.Ups)]
    [InlineData(IoctlResponses.ShortTerm, BatteryKind.Ups)]
    [InlineData(0u, BatteryKind.Ups)]
    public void Kind_is_UPS_unless_the_battery_powers_the_system_for_long(uint capabilities, BatteryKind kind)
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(capabilities: capabilities);
        Assert.Equal(kind, FakeBackend.Read(port).Kind);
    }

    private static BatterySnapshot Read(uint flags, uint capacity) =>
        FakeBackend.Read(new FakeBatteryDevice { Status = IoctlResponses.Status(flags, capacity, rate: 0) });

    private static BatterySnapshot ReadRelative(uint flags, uint capacity, uint full)
    {
        var port = new FakeBatteryDevice { Status = IoctlResponses.Status(flags, capacity, rate: -200) };
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(100, full, capabilities: IoctlResponses.System | IoctlResponses.Relative);
        return FakeBackend.Read(port);
    }
}
