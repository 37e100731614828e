using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Charge limits over the C ABI and its bindings. The rules are tested in Battery.Core.</summary>
public sealed unsafe class ChargeLimitTests : IDisposable
{
    private const string End = "charge_control_end_threshold";

    private readonly TemporaryTree _tree = new();

    public ChargeLimitTests() => _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Charging", "CAPACITY=50")
        .File("BAT0", "charge_control_start_threshold", "40\n").File("BAT0", End, "100\n");

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(uint.MaxValue, 80, 40, 80)]
    [InlineData(75, 80, 75, 80)]
    [InlineData(0, 100, 0, 100)]
    [InlineData(uint.MaxValue, 100, 0, 100)]
    public void Set_writes_the_limit_and_returns_the_one_in_force(uint start, uint end, uint effectiveStart, uint effectiveEnd)
    {
        using var tree = new OpenTree(_tree.Sysfs);
        uint lower;
        uint upper;
        Assert.Equal(0, NativeMethods.battery_set_charge_limit(tree.Single, start, end, (nint)(&lower), (nint)(&upper)));
        Assert.Equal((effectiveStart, effectiveEnd), (lower, upper));
        Assert.Equal($"{end}\n", Text());
    }

    [Fact]
    public void Set_returns_the_sentinel_for_a_start_that_the_device_lacks()
    {
        File.Delete(Path.Combine(_tree.Folder("BAT0"), "charge_control_start_threshold"));
        using var tree = new OpenTree(_tree.Sysfs);
        uint lower;
        Assert.Equal(0, NativeMethods.battery_set_charge_limit(tree.Single, 40, 80, (nint)(&lower), 0));
        Assert.Equal(uint.MaxValue, lower);
    }

    [Fact]
    public void Set_changes_the_getters_at_the_next_refresh()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal(0, NativeMethods.battery_set_charge_limit(tree.Single, uint.MaxValue, 80, 0, 0));
        Assert.Equal(float.MaxValue, NativeMethods.battery_get_charge_limit(tree.Single));
        Assert.Equal(0, NativeMethods.battery_manager_refresh(tree.Manager, tree.Single));
        Assert.Equal(80, NativeMethods.battery_get_charge_limit(tree.Single));
    }

    [Theory]
    [InlineData(90, 80, "charging cannot start at 90 %, above the charge limit of 80 %")]
    [InlineData(uint.MaxValue, 0, "a charge limit is from 1 to 100 %, not 0 %")]
    [InlineData(uint.MaxValue, uint.MaxValue, "a charge limit is from 1 to 100 %, not 2147483647 %")]
    [InlineData(100, 100, "the percentage at which charging starts is from 0 to 99 %, not 100 %")]
    public void Set_refuses_percentages_out_of_range_and_writes_nothing(uint start, uint end, string message)
    {
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_set_charge_limit(tree.Single, start, end, 0, 0));
        Assert.Equal(message, OpenTree.Message());
        Assert.Equal("100\n", Text());
    }

    [Fact]
    public void Set_refuses_invalid_handles_and_addresses_and_writes_nothing()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_set_charge_limit(0, uint.MaxValue, 80, 0, 0));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_set_charge_limit(tree.Manager, uint.MaxValue, 80, 0, 0));
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_set_charge_limit(tree.Single, uint.MaxValue, 80, 8, 0));
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_set_charge_limit(tree.Single, uint.MaxValue, 80, 0, 8));
        Assert.Equal("100\n", Text());
    }

    [Fact]
    public void Cpp_sets_the_limit()
    {
        string program = CProgram.Build("charge_limit.cpp", "g++", "c++17");
        Assert.Equal("75\n80\n", Command.Run(program, [_tree.Sysfs, "80", "75"]).Output);
        Assert.Equal("BATTERY_ERROR_INVALID_ARGUMENT\n", Command.Run(program, [_tree.Sysfs, "80", "90"]).Output);
    }

    [Fact]
    public void Python_sets_the_limit()
    {
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it writes a tree of Linux");
        CommandResult result = Command.Run(
            "python3",
            ["-c", """
                import sys, battery
                def fails(manager, *arguments):
                    try:
                        manager.set_charge_limit(*arguments)
                    except battery.BatteryError as error:
                        print(error.code.name, *([error] if min(arguments[1:]) < 0 else []))
                with battery.Manager(sys.argv[1]) as manager:
                    print(manager.set_charge_limit("BAT0", 80), manager.set_charge_limit("BAT0", 80, start=75))
                    print([one.charge_limit_percent for one in manager])
                    fails(manager, "BAT0", 80, 90)
                    fails(manager, "BAT0", -1)
                    fails(manager, "BAT0", 80, -2)
                    fails(manager, "nobody", 80)
                with battery.Manager(recording=sys.argv[1]) as manager:
                    fails(manager, "BAT0", 80)
                """, _tree.Sysfs],
            null,
            ("PYTHONPATH", PythonPackage.Folder), ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.Equal(
            "ChargeLimit(start=40, end=80) ChargeLimit(start=75, end=80)\n[80.0]\nINVALID_ARGUMENT\n"
                + "INVALID_ARGUMENT a percentage is from 0 to 100, not -1\nINVALID_ARGUMENT a percentage is from 0 to 100, not -2\n"
                + "NOT_FOUND\nNOT_SUPPORTED\n",
            result.Output);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    private string Text() => File.ReadAllText(Path.Combine(_tree.Folder("BAT0"), End));
}
