using Battery.Core.Model;
using Battery.Core.Windows;

namespace Battery.Core.Tests.Windows;

/// <summary>What the flags of BATTERY_STATUS and BATTERY_INFORMATION say of a battery.</summary>
public class StateTests
{
    private const uint Full = 45_000;

    [Theory]
    [InlineData(Answers.Discharging, BatteryState.Discharging)]
    [InlineData(Answers.Charging, BatteryState.Charging)]
    [InlineData(Answers.Charging | Answers.OnLine, BatteryState.Charging)]
    [InlineData(Answers.Discharging | Answers.OnLine, BatteryState.Discharging)]
    public void Charging_and_discharging_are_told_by_their_flags(uint flags, BatteryState state) =>
        Assert.Equal(state, Read(flags, 30_000).State);

    [Theory]
    [InlineData(Full, BatteryState.Full)]
    [InlineData(Full * 99 / 100, BatteryState.Full)]
    [InlineData(Full * 80 / 100, BatteryState.NotCharging)]
    [InlineData(Full * 60 / 100, BatteryState.NotCharging)]
    [InlineData(0u, BatteryState.NotCharging)]
    [InlineData(Answers.Unknown, BatteryState.NotCharging)]
    public void On_line_alone_is_full_only_near_full(uint capacity, BatteryState state) =>
        Assert.Equal(state, Read(Answers.OnLine, capacity).State);

    [Theory]
    [InlineData(Answers.Discharging | Answers.Critical, BatteryState.Discharging)]
    [InlineData(Answers.Charging | Answers.OnLine | Answers.Critical, BatteryState.Charging)]
    [InlineData(Answers.OnLine | Answers.Critical, BatteryState.NotCharging)]
    [InlineData(Answers.Critical, BatteryState.Empty)]
    public void Critical_is_a_level_beside_the_state(uint flags, BatteryState state)
    {
        BatterySnapshot battery = Read(flags, 500);
        Assert.Equal((state, CapacityLevel.Critical), (battery.State, battery.CapacityLevel));
    }

    [Theory]
    [InlineData(30_000u, BatteryState.NotCharging)]
    [InlineData(Full, BatteryState.Full)]
    [InlineData(Answers.Unknown, BatteryState.Unknown)]
    public void A_battery_that_waits_for_its_turn_rests(uint capacity, BatteryState state) => Assert.Equal(state, Read(0, capacity).State);

    [Theory]
    [InlineData(5_000, BatteryState.Charging)]
    [InlineData(-5_000, BatteryState.Discharging)]
    [InlineData(0, BatteryState.Unknown)]
    [InlineData(Answers.UnknownRate, BatteryState.Unknown)]
    public void Charging_and_discharging_at_once_are_told_apart_by_the_rate(int rate, BatteryState state) =>
        Assert.Equal(state, FakeMachine.Read(new FakePort { Status = Answers.Status(Answers.Charging | Answers.Discharging, rate: rate) }).State);

    [Theory]
    [InlineData(50u, 100u, 50)]
    [InlineData(50u, 95u, 53)]
    [InlineData(95u, 95u, 100)]
    [InlineData(0u, 95u, 0)]
    public void A_relative_battery_has_a_percentage_and_no_energies(uint capacity, uint full, double percent)
    {
        BatterySnapshot battery = ReadRelative(Answers.Discharging, capacity, full);
        battery.AssertNumber(BatteryField.Percentage, percent);
        foreach (BatteryField field in new[] { BatteryField.Energy, BatteryField.EnergyFull, BatteryField.EnergyFullDesign, BatteryField.EnergyRate, BatteryField.StateOfHealth })
        {
            battery.AssertUnknown(field, ValueQuality.Missing);
        }
    }

    [Theory]
    [InlineData(Answers.Unknown, 100u, ValueQuality.ReportedUnknown)]
    [InlineData(50u, Answers.Unknown, ValueQuality.ReportedUnknown)]
    [InlineData(50u, 0u, ValueQuality.OutOfRange)]
    public void A_relative_battery_without_a_capacity_has_no_percentage(uint capacity, uint full, ValueQuality quality) =>
        ReadRelative(Answers.Discharging, capacity, full).AssertUnknown(BatteryField.Percentage, quality);

    [Fact]
    public void A_relative_battery_on_line_is_full_near_full() =>
        Assert.Equal(
            (BatteryState.Full, BatteryState.NotCharging),
            (ReadRelative(Answers.OnLine, 99, 100).State, ReadRelative(Answers.OnLine, 80, 100).State));

    [Theory]
    [InlineData(Answers.System, BatteryKind.Battery)]
    [InlineData(Answers.System | Answers.Relative, BatteryKind.Battery)]
    [InlineData(Answers.System | Answers.ShortTerm, BatteryKind.Ups)]
    [InlineData(Answers.ShortTerm, BatteryKind.Ups)]
    [InlineData(0u, BatteryKind.Ups)]
    public void What_is_no_system_battery_or_is_for_a_short_term_is_a_UPS(uint capabilities, BatteryKind kind)
    {
        var port = new FakePort();
        port.Levels[BatteryInformationLevel.Information] = Answers.Information(capabilities: capabilities);
        Assert.Equal(kind, FakeMachine.Read(port).Kind);
    }

    private static BatterySnapshot Read(uint flags, uint capacity) =>
        FakeMachine.Read(new FakePort { Status = Answers.Status(flags, capacity, rate: 0) });

    private static BatterySnapshot ReadRelative(uint flags, uint capacity, uint full)
    {
        var port = new FakePort { Status = Answers.Status(flags, capacity, rate: -200) };
        port.Levels[BatteryInformationLevel.Information] = Answers.Information(100, full, capabilities: Answers.System | Answers.Relative);
        return FakeMachine.Read(port);
    }
}
