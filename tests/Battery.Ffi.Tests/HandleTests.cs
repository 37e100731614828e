using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>No handle can crash the process.</summary>
public unsafe class HandleTests
{
    // The bits of a handle that are the number of its slot.
    private const int FirstSlotBit = 4;
    private const int EndOfSlotBits = 24;

    [Fact]
    public void Invalid_handles_give_the_sentinel_and_an_error()
    {
        using var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        using var freed = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        freed.Dispose();
        nint iterator = NativeMethods.battery_manager_iter(tree.Manager);
        foreach (nint wrong in new[] { 0, 1, -1, nint.MaxValue, nint.MinValue,
            tree.Manager, iterator, freed.Manager, freed.Batteries[0], tree.Batteries[0] + 1, tree.Batteries[0] ^ 0x10 })
        {
            if (!tree.Batteries.Contains(wrong))
            {
                AssertIsNoBattery(wrong);
            }
        }

        NativeMethods.battery_iterator_free(iterator);
        Assert.Equal(0, NativeMethods.battery_iterator_next(iterator));
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
        Assert.Equal(0, NativeMethods.battery_manager_iter(tree.Batteries[0]));
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
        Assert.Equal(ExternalPower.Unknown, NativeMethods.battery_manager_external_power(freed.Manager));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_manager_refresh(freed.Manager, tree.Batteries[0]));
    }

    [Fact]
    public void Random_bits_are_invalid_handles()
    {
        using var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        var random = new Random(7);
        for (int i = 0; i < 1_000_000; i++)
        {
            // Half of them are near a live one, where a weak check would let them pass. The bits of the slot are as they are:
            // another slot can hold a battery of a test that runs at the same time.
            int bit = random.Next(FirstSlotBit + 63 - EndOfSlotBits);
            nint near = tree.Batteries[0] ^ ((nint)1 << (bit < FirstSlotBit ? bit : bit - FirstSlotBit + EndOfSlotBits));
            nint handle = i % 2 == 0 ? (nint)random.NextInt64(long.MinValue, long.MaxValue) : near;
            Assert.True(tree.Batteries.Contains(handle) || NativeMethods.battery_get_energy(handle) == uint.MaxValue);
        }
    }

    [Fact]
    public void Free_of_a_freed_handle_or_of_another_type_is_an_error()
    {
        using var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        nint battery = tree.Batteries[0];
        NativeMethods.battery_manager_free(battery);
        NativeMethods.battery_iterator_free(battery);
        NativeMethods.battery_free(tree.Manager);
        Assert.NotEqual(uint.MaxValue, NativeMethods.battery_get_energy(battery));
        NativeMethods.battery_free(battery);
        Assert.NotEqual(uint.MaxValue, NativeMethods.battery_get_energy(tree.Batteries[1]));
        NativeMethods.battery_free(0);
        Assert.Equal(BatteryError.None, NativeMethods.battery_last_error_code());
        NativeMethods.battery_free(battery);
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());

        // The slot is used again; the old handle must not reach the new battery.
        using var next = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        AssertIsNoBattery(battery);
    }

    [Fact]
    public void FreeText_refuses_pointers_that_are_not_strings_of_the_library()
    {
        using var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        byte local = 0;
        NativeMethods.battery_str_free(null);
        NativeMethods.battery_str_free(&local);
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
        nint name = NativeMethods.battery_get_name(tree.Batteries[0]);
        NativeMethods.battery_str_free((byte*)name);
        NativeMethods.battery_str_free((byte*)name);
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
    }

    [Fact]
    public void Handle_freed_by_another_thread_during_a_call_is_an_error()
    {
        using var fixture = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        uint right = NativeMethods.battery_get_energy(fixture.Batteries[0]);
        for (int round = 0; round < 200; round++)
        {
            var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
            nint battery = tree.Batteries[0];
            Parallel.For(0, 4, worker =>
            {
                for (int i = 0; i < 200; i++)
                {
                    if (worker == 0 && i == 100)
                    {
                        tree.Dispose();
                    }
                    else
                    {
                        NativeMethods.battery_manager_refresh(tree.Manager, battery);
                        Assert.Contains(NativeMethods.battery_get_energy(battery), new[] { right, uint.MaxValue });
                    }
                }
            });
        }
    }

    private static void AssertIsNoBattery(nint handle)
    {
        NativeBatteryInfo info;
        Assert.Equal(float.MaxValue, NativeMethods.battery_get_percentage(handle));
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
        Assert.Equal(uint.MaxValue, NativeMethods.battery_get_energy(handle));
        Assert.Equal(int.MaxValue, NativeMethods.battery_get_current(handle));
        Assert.Equal(ulong.MaxValue, NativeMethods.battery_get_time_to_empty(handle));
        Assert.Equal(BatteryState.Unknown, NativeMethods.battery_get_state(handle));
        Assert.Equal(BatteryKind.Unknown, NativeMethods.battery_get_kind(handle));
        Assert.Equal(0, NativeMethods.battery_get_name(handle));
        Assert.Equal(0, NativeMethods.battery_has(handle, BatteryField.Name));
        Assert.Equal(ValueStatus.Invalid, NativeMethods.battery_field_status(handle, BatteryField.Name));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_get_info(handle, &info, (nuint)sizeof(NativeBatteryInfo)));
        Assert.Contains("invalid battery ", OpenTree.Message(), StringComparison.Ordinal);
    }
}
