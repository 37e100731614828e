using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The ways to ask for values agree, and old and new programs both fit.</summary>
public unsafe class SnapshotTests
{
    public static TheoryData<string> Machines => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Machines))]
    public void The_three_ways_to_tell_an_unknown_value_agree(string machine)
    {
        using var tree = new OpenTree(new Fixture(machine).Sysfs);
        foreach (nint battery in tree.Batteries)
        {
            NativeBatteryInfo info;
            Assert.Equal(0, NativeMethods.battery_get_info(battery, &info, (nuint)sizeof(NativeBatteryInfo)));
            foreach (BatteryField field in Enum.GetValues<BatteryField>())
            {
                bool known = NativeMethods.battery_has(battery, field) == 1;
                Assert.Equal(known, (info.Present >> (int)field & 1) == 1);
                Assert.Equal(known, NativeMethods.battery_field_status(battery, field) == ValueStatus.Present);
                Assert.True(known == GetterKnows(battery, field), $"{field} of {machine}: known {known}, the getter says otherwise");
                Assert.Equal(known ? BatteryError.None : BatteryError.UnknownValue, NativeMethods.battery_last_error_code());
            }
        }
    }

    [Fact]
    public void A_program_of_an_older_or_newer_header_fits()
    {
        using var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        int size = sizeof(NativeBatteryInfo);
        byte* buffer = stackalloc byte[size + 16];
        new Span<byte>(buffer, size + 16).Fill(0xEE);
        Assert.Equal(0, NativeMethods.battery_get_info(tree.Batteries[0], (NativeBatteryInfo*)buffer, 24));
        Assert.Equal(17.46, ((NativeBatteryInfo*)buffer)->EnergyWh, 9);
        Assert.Equal(0xEE, buffer[24]);
        Assert.Equal(0, NativeMethods.battery_get_info(tree.Batteries[0], (NativeBatteryInfo*)buffer, (nuint)size + 16));
        Assert.Equal(0, buffer[size + 15]);
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_get_info(tree.Batteries[0], null, (nuint)size));
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_get_info(tree.Batteries[0], (NativeBatteryInfo*)buffer, 4));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(16, 4)]
    [InlineData(16, 0x80000000)]
    public void Options_that_cannot_be_are_refused(uint size, uint scopes)
    {
        var options = new NativeManagerOptions { Size = size, Scopes = scopes };
        Assert.Equal(0, NativeMethods.battery_manager_new_with(&options));
        Assert.Equal(BatteryError.InvalidArgument, NativeMethods.battery_last_error_code());
    }

    [Theory]
    [InlineData(BatteryScopes.Default, "BAT0")]
    [InlineData(BatteryScopes.System, "BAT0")]
    [InlineData(BatteryScopes.Peripheral, "hidpp_battery_0")]
    [InlineData(BatteryScopes.All, "BAT0", "hidpp_battery_0")]
    public void Peripherals_come_only_when_asked_for(BatteryScopes scopes, params string[] names)
    {
        using var tree = new OpenTree(new Fixture("lenovo-with-mouse").Sysfs, scopes);
        Assert.Equal(names, tree.Batteries.Select(NativeText.Name));
    }

    [Fact]
    public void A_field_that_is_none_is_an_error()
    {
        using var tree = new OpenTree(new Fixture("desktop").Sysfs);
        using var laptop = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        Assert.Equal(ValueStatus.Invalid, NativeMethods.battery_field_status(laptop.Batteries[0], (BatteryField)99));
        Assert.Equal(BatteryError.InvalidArgument, NativeMethods.battery_last_error_code());
        Assert.Equal(0, NativeMethods.battery_has(laptop.Batteries[0], (BatteryField)(-1)));
    }

    private static bool GetterKnows(nint battery, BatteryField field) => field switch
    {
        BatteryField.Name => NativeText.Take(NativeMethods.battery_get_name(battery)) is not null,
        BatteryField.Kind => NativeMethods.battery_get_kind(battery) != BatteryKind.Unknown,
        BatteryField.Scope => NativeMethods.battery_get_scope(battery) != BatteryScope.Unknown,
        BatteryField.State => NativeMethods.battery_get_state(battery) != BatteryState.Unknown,
        BatteryField.Technology => NativeMethods.battery_get_technology(battery) != BatteryTechnology.Unknown,
        BatteryField.CapacityLevel => NativeMethods.battery_get_capacity_level(battery) != CapacityLevel.Unknown,
        BatteryField.Vendor => NativeText.Take(NativeMethods.battery_get_vendor(battery)) is not null,
        BatteryField.Model => NativeText.Take(NativeMethods.battery_get_model(battery)) is not null,
        BatteryField.SerialNumber => NativeText.Take(NativeMethods.battery_get_serial_number(battery)) is not null,
        BatteryField.ManufactureDate => NativeMethods.battery_get_manufacture_date(battery) != uint.MaxValue,
        BatteryField.Percentage => NativeMethods.battery_get_percentage(battery) is not float.MaxValue && NativeMethods.battery_get_state_of_charge(battery) is not float.MaxValue,
        BatteryField.Energy => NativeMethods.battery_get_energy(battery) != uint.MaxValue,
        BatteryField.EnergyFull => NativeMethods.battery_get_energy_full(battery) != uint.MaxValue,
        BatteryField.EnergyFullDesign => NativeMethods.battery_get_energy_full_design(battery) != uint.MaxValue,
        BatteryField.EnergyRate => NativeMethods.battery_get_energy_rate(battery) != uint.MaxValue,
        BatteryField.Voltage => NativeMethods.battery_get_voltage(battery) != uint.MaxValue,
        BatteryField.Temperature => NativeMethods.battery_get_temperature(battery) is not float.MaxValue,
        BatteryField.StateOfHealth => NativeMethods.battery_get_state_of_health(battery) is not float.MaxValue,
        BatteryField.CycleCount => NativeMethods.battery_get_cycle_count(battery) != uint.MaxValue,
        BatteryField.TimeToFull => NativeMethods.battery_get_time_to_full(battery) != ulong.MaxValue,
        BatteryField.TimeToEmpty => NativeMethods.battery_get_time_to_empty(battery) != ulong.MaxValue,
        BatteryField.ChargeStartThreshold => NativeMethods.battery_get_charge_start_threshold(battery) is not float.MaxValue,
        BatteryField.ChargeEndThreshold => NativeMethods.battery_get_charge_end_threshold(battery) is not float.MaxValue,
        BatteryField.Charge => NativeMethods.battery_get_charge(battery) != uint.MaxValue,
        BatteryField.ChargeFull => NativeMethods.battery_get_charge_full(battery) != uint.MaxValue,
        BatteryField.ChargeFullDesign => NativeMethods.battery_get_charge_full_design(battery) != uint.MaxValue,
        BatteryField.Current => NativeMethods.battery_get_current(battery) != int.MaxValue,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "a new field needs a line here"),
    };

    [Fact]
    public void A_senseless_size_is_refused_and_writes_nothing()
    {
        using var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        var info = new NativeBatteryInfo { EnergyWh = 7 };
        foreach (nuint size in new[] { 0u, 7u, 4097u, nuint.MaxValue })
        {
            Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_get_info(tree.Batteries[0], &info, size));
            Assert.Equal(7, info.EnergyWh);
        }
    }
}
