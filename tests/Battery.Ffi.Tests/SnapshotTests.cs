using System.Reflection;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The ways to read a value agree, and programs of older and newer headers work.</summary>
public unsafe class SnapshotTests
{
    public static TheoryData<string> Machines => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Sentinel_status_and_presence_bit_agree_for_every_value(string machine)
    {
        using var tree = new OpenTree(new Fixture(machine).Sysfs);
        foreach (nint battery in tree.Batteries)
        {
            NativeBatteryInfo info;
            Assert.Equal(0, NativeMethods.battery_get_info(battery, &info, (nuint)sizeof(NativeBatteryInfo)));
            foreach (TableValue value in TableValue.All)
            {
                var field = (BatteryField)value.Number;
                bool known = NativeMethods.battery_has(battery, field) == 1;
                Assert.Equal(known, (info.Present >> (int)field & 1) == 1);
                Assert.Equal(known, NativeMethods.battery_field_status(battery, field) == ValueStatus.Present);
                foreach (string getter in value.Getters)
                {
                    Assert.True(known == GetterKnows(battery, getter), $"{getter} of {machine}: known {known}, the getter returns otherwise");
                    Assert.Equal(known ? BatteryError.None : BatteryError.UnknownValue, NativeMethods.battery_last_error_code());
                }
            }
        }
    }

    [Fact]
    public void GetInfo_supports_programs_of_an_older_or_newer_header()
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
    public void NewWith_refuses_invalid_options(uint size, uint scopes)
    {
        var options = new NativeManagerOptions { Size = size, Scopes = scopes };
        Assert.Equal(0, NativeMethods.battery_manager_new_with(&options));
        Assert.Equal(BatteryError.InvalidArgument, NativeMethods.battery_last_error_code());
    }

    [Theory]
    [InlineData(0, "BAT0")]
    [InlineData((int)BatteryScopes.System, "BAT0")]
    [InlineData((int)BatteryScopes.Peripheral, "hidpp_battery_0")]
    [InlineData((int)BatteryScopes.All, "BAT0", "hidpp_battery_0")]
    public void Iterate_lists_peripherals_only_if_requested(int scopes, params string[] names)
    {
        using var tree = new OpenTree(new Fixture("lenovo-with-mouse").Sysfs, (BatteryScopes)scopes);
        Assert.Equal(names, tree.Batteries.Select(NativeText.Name));
    }

    [Fact]
    public void FieldStatus_of_an_invalid_field_is_an_error()
    {
        using var tree = new OpenTree(new Fixture("desktop").Sysfs);
        using var laptop = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        Assert.Equal(ValueStatus.Invalid, NativeMethods.battery_field_status(laptop.Batteries[0], (BatteryField)99));
        Assert.Equal(BatteryError.InvalidArgument, NativeMethods.battery_last_error_code());
        Assert.Equal("99 is not a battery_field; give one that battery.h lists", OpenTree.Message());
        Assert.Equal(0, NativeMethods.battery_has(laptop.Batteries[0], (BatteryField)(-1)));
    }

    private static bool GetterKnows(nint battery, string getter) => typeof(NativeMethods)
        .GetMethod(getter, BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [battery]) switch
        {
            nint text => NativeText.Take(text) is not null,
            float number => number is not float.MaxValue,
            uint number => number != uint.MaxValue,
            ulong number => number != ulong.MaxValue,
            int number => number != int.MaxValue,
            Enum member => Convert.ToInt32(member, null) != 0,
            var other => throw new InvalidOperationException($"{getter} returns {other}"),
        };

    [Fact]
    public void GetInfo_refuses_an_invalid_size_and_writes_nothing()
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
