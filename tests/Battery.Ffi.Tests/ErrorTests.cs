using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The last error: per thread, not cleared by reading it, cleared by the next success.</summary>
public unsafe class ErrorTests
{
    [Fact]
    public void NewWith_names_a_root_that_does_not_exist()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        Assert.Equal(0, OpenTree.Open("/no/such/root"));
        Assert.Equal(BatteryError.NotFound, NativeMethods.battery_last_error_code());
        Assert.Contains("/no/such/root", OpenTree.Message(), StringComparison.Ordinal);
    }

    /// <summary>A root that cannot be opened is an error when the manager is opened, with the reason.</summary>
    [Fact]
    public void NewWith_fails_for_a_root_that_cannot_be_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        AssertRefused(string.Empty, BatteryError.InvalidArgument, "empty");
        AssertRefused("/" + new string('x', 5000), BatteryError.InvalidArgument, "too long");
        AssertRefused("/" + new string('x', 1_000_000), BatteryError.InvalidArgument, "longer than any path");
        using var tree = new TemporaryTree();
        File.CreateSymbolicLink(Path.Combine(tree.Sysfs, "loop"), "loop");
        AssertRefused(Path.Combine(tree.Sysfs, "loop"), BatteryError.InvalidArgument, "symbolic links");
        Unprivileged.Run(() => AssertRefused(tree.Sysfs, BatteryError.PermissionDenied, "ermission denied"));
    }

    [Fact]
    public void Iterate_fails_if_no_supply_may_be_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        using TemporaryTree tree = new TemporaryTree().Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        tree.OpenToAll();
        File.SetUnixFileMode(tree.Folder("BAT0"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        nint manager = OpenTree.Open(tree.Sysfs);
        Unprivileged.Run(() =>
        {
            Assert.Equal(0, NativeMethods.battery_manager_iter(manager));
            Assert.Equal(BatteryError.PermissionDenied, NativeMethods.battery_last_error_code());
            Assert.Contains("BAT0", OpenTree.Message(), StringComparison.Ordinal);
        });
        NativeMethods.battery_manager_free(manager);
    }

    [Fact]
    public void Message_is_truncated_to_the_buffer_and_returns_the_whole_length()
    {
        NativeMethods.battery_get_energy(0);
        int length = NativeMethods.battery_last_error_length();
        byte* buffer = stackalloc byte[length];
        Assert.Equal(length - 1, NativeMethods.battery_last_error_message(buffer, 5));
        Assert.Equal("inva", System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)buffer));
        Assert.Equal(length - 1, NativeMethods.battery_last_error_message(null, 0));
        Assert.Equal(-1, NativeMethods.battery_last_error_message(null, length));
        Assert.Equal(-1, NativeMethods.battery_last_error_message(buffer, -1));
        Assert.Equal(length - 1, NativeMethods.battery_last_error_message(buffer, length));
        Assert.Equal(length - 1, NativeMethods.battery_last_error_message(buffer, length));
        Assert.Equal(0, buffer[length - 1]);
        Assert.Equal(1, NativeMethods.battery_have_last_error());
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
    }

    [Fact]
    public void Message_is_truncated_between_two_characters()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        Assert.Equal(0, OpenTree.Open("/\u00e4\u20ac\U0001F50B"));
        byte* buffer = stackalloc byte[64];
        for (int size = 1; size < 64; size++)
        {
            NativeMethods.battery_last_error_message(buffer, size);
            Assert.DoesNotContain('\ufffd', System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)buffer)!);
        }
    }

    /// <summary>Addresses that no system gives to a program: a length or a number that was passed as an address.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(4096)]
    [InlineData(65535)]
    public void Invalid_address_is_an_invalid_argument(nint address)
    {
        using var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        Assert.Equal((int)BatteryError.InvalidArgument,
            NativeMethods.battery_get_info(tree.Batteries[0], (NativeBatteryInfo*)address, (nuint)sizeof(NativeBatteryInfo)));
        Assert.Equal(0, NativeMethods.battery_manager_new_with((NativeManagerOptions*)address));
        Assert.Equal(BatteryError.InvalidArgument, NativeMethods.battery_last_error_code());
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_manager_save_recording(tree.Manager, (byte*)address, 0));
        var options = new NativeManagerOptions { Size = (uint)sizeof(NativeManagerOptions), SysfsRoot = (byte*)address };
        Assert.Equal(0, NativeMethods.battery_manager_new_with(&options));
        Assert.Equal(BatteryError.InvalidArgument, NativeMethods.battery_last_error_code());
        Assert.DoesNotContain("report", OpenTree.Message(), StringComparison.Ordinal);
        Assert.Equal(-1, NativeMethods.battery_last_error_message((byte*)address, 10));
    }

    [Fact]
    public void Success_clears_the_last_error()
    {
        using var tree = new OpenTree(new Fixture("thinkpad-t480-dual").Sysfs);
        NativeMethods.battery_get_energy(0);
        NativeMethods.battery_get_energy(tree.Batteries[0]);
        Assert.Equal(BatteryError.None, NativeMethods.battery_last_error_code());
        Assert.Equal(0, NativeMethods.battery_have_last_error());
        Assert.Equal(0, NativeMethods.battery_last_error_length());
        Assert.Equal(0, NativeMethods.battery_last_error_message(null, 0));
    }

    [Fact]
    public void Last_error_is_per_thread()
    {
        NativeMethods.battery_get_energy(0);
        var other = BatteryError.Internal;
        OwnThreads.Run(() => other = NativeMethods.battery_last_error_code());
        Assert.Equal(BatteryError.None, other);
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
    }

    [Fact]
    public void Message_of_an_unknown_value_names_the_value_the_battery_and_the_reason()
    {
        using var tree = new OpenTree(new Fixture("absurd-full-capacity").Sysfs);
        Assert.Equal(uint.MaxValue, NativeMethods.battery_get_energy_full(tree.Single));
        Assert.Equal(BatteryError.UnknownValue, NativeMethods.battery_last_error_code());
        Assert.StartsWith(
            "the full energy of BAT0 is not known: the full capacity is more than twice the designed one",
            OpenTree.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void Next_sets_no_error_at_the_end()
    {
        using var tree = new OpenTree(new Fixture("ten-slots").Sysfs);
        nint iterator = NativeMethods.battery_manager_iter(tree.Manager);
        for (int i = 0; i < 3; i++)
        {
            Assert.NotEqual(0, NativeMethods.battery_iterator_next(iterator));
        }

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, NativeMethods.battery_iterator_next(iterator));
            Assert.Equal(BatteryError.None, NativeMethods.battery_last_error_code());
        }

        NativeMethods.battery_iterator_free(iterator);
    }

    [Fact]
    public void Message_describes_the_time_of_the_call()
    {
        using var laptop = new TemporaryTree();
        laptop.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        using var tree = new OpenTree(laptop.Sysfs);
        NativeMethods.battery_get_temperature(tree.Single);
        laptop.Supply("BAT0", "TYPE=Battery", "CAPACITY=50", "TEMP=300");
        OwnThreads.Run(() => NativeMethods.battery_manager_refresh(tree.Manager, tree.Single));
        Assert.Contains("the temperature of BAT0 is not known: the system does not report it", OpenTree.Message(), StringComparison.Ordinal);
        Assert.Equal(30, NativeMethods.battery_get_temperature(tree.Single));
    }

    private static void AssertRefused(string root, BatteryError code, string why)
    {
        Assert.Equal(0, OpenTree.Open(root));
        Assert.Equal(code, NativeMethods.battery_last_error_code());
        Assert.Contains(why, OpenTree.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("report", OpenTree.Message(), StringComparison.Ordinal);
    }
}
