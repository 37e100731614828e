using Battery.Core.ChargeLimits;
using Battery.Core.Linux.Native;
using Battery.Core.Model;

namespace Battery.Core.Tests.Linux.Control;

/// <summary>Errors of the driver, and what becomes of a change that is half done.</summary>
public class RefusedLimitTests
{
    private const string Start = FakeDriver.Start;
    private const string End = FakeDriver.End;

    [Theory]
    [InlineData(Errno.AccessDenied, BatteryError.PermissionDenied, "run as root, or let a group write the attribute by the udev rule of docs/charge-limit.md")]
    [InlineData(Errno.NotPermitted, BatteryError.PermissionDenied, "run as root")]
    [InlineData(Errno.ReadOnlyFileSystem, BatteryError.PermissionDenied, "mounted read-only")]
    [InlineData(Errno.NoDevice, BatteryError.NotSupported, "this device does not support it; use the tool of the machine's maker, or the BIOS setup")]
    [InlineData(Errno.NoData, BatteryError.NotSupported, "this device does not support it; use the tool of the machine's maker, or the BIOS setup")]
    [InlineData(Errno.NotSupported, BatteryError.NotSupported, "this device does not support it; use the tool of the machine's maker, or the BIOS setup")]
    [InlineData(Errno.InvalidArgument, BatteryError.Refused, "the device does not offer this value")]
    [InlineData(Errno.OutOfRange, BatteryError.Refused, "the device does not offer this value")]
    [InlineData(Errno.InputOutput, BatteryError.Io, "see the system's log")]
    public void Set_fails_with_the_remedy_of_the_drivers_error(int error, BatteryError code, string remedy)
    {
        FakeDriver driver = FakeDriver.With((_, _, _) => error, 40, 60);
        BatteryException problem = Assert.Throws<BatteryException>(() => driver.Set(null, 80));
        Assert.Equal(code, problem.Code);
        Assert.StartsWith($"cannot write 80 to /sys/class/power_supply/BAT0/{End}: {Errno.Text(error)}; ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
        Assert.Equal(("40", "60"), driver.Thresholds);
    }

    [Fact]
    public void Set_reports_a_battery_that_was_removed()
    {
        FakeDriver driver = FakeDriver.With(
            static (driver, _, _) =>
            {
                driver.Exists = false;
                return Errno.NoDevice;
            },
            null,
            60);
        Assert.Equal(BatteryError.NotFound, Assert.Throws<BatteryException>(() => driver.Set(null, 80)).Code);
    }

    [Theory]
    [InlineData(Errno.Busy)]
    [InlineData(Errno.TryAgain)]
    public void Set_writes_again_while_the_device_is_busy(int error)
    {
        int refused = 0;
        FakeDriver driver = FakeDriver.With((driver, name, text) => ++refused <= 3 ? error : driver.Store(name, text), null, 100);
        Assert.Equal(new ChargeLimit(null, 80), driver.Set(null, 80));
        Assert.Equal(300, driver.Waited);
    }

    [Fact]
    public void Set_fails_if_the_device_stays_busy()
    {
        FakeDriver driver = FakeDriver.With(static (_, _, _) => Errno.Busy, null, 100);
        BatteryException problem = Assert.Throws<BatteryException>(() => driver.Set(null, 80));
        Assert.Equal(BatteryError.Io, problem.Code);
        Assert.Contains("the device is busy; try again", problem.Message, StringComparison.Ordinal);
        Assert.Equal(900, driver.Waited);
    }

    [Theory]
    [InlineData(40, 60, 70, 80)]
    [InlineData(75, 80, 40, 50)]
    public void Set_undoes_the_first_threshold_if_the_second_is_refused(int start, int end, int newStart, int newEnd)
    {
        int writes = 0;
        FakeDriver driver = FakeDriver.With((driver, name, text) => ++writes == 2 ? Errno.InputOutput : driver.Store(name, text), start, end);
        BatteryException problem = Assert.Throws<BatteryException>(() => driver.Set(newStart, newEnd));
        Assert.EndsWith("what had been changed was restored", problem.Message, StringComparison.Ordinal);
        Assert.Equal(($"{start}", $"{end}"), driver.Thresholds);
    }

    [Fact]
    public void Set_reports_what_it_could_not_undo()
    {
        int writes = 0;
        FakeDriver driver = FakeDriver.With((driver, name, text) => ++writes >= 2 ? Errno.InputOutput : driver.Store(name, text), 40, 60);
        BatteryException problem = Assert.Throws<BatteryException>(() => driver.Set(70, 80));
        Assert.EndsWith($"what had been changed could not be restored: {End} is 80 now, and was 60", problem.Message, StringComparison.Ordinal);
    }

    // The kernel documents 0 to 99 and 1 to 100; a device may offer less.
    [Fact]
    public void Set_of_a_start_that_the_caller_asked_for_fails_if_the_device_refuses_it()
    {
        FakeDriver driver = FakeDriver.With(static (driver, name, text) => name == Start ? Errno.InvalidArgument : driver.Store(name, text), 0, 100);
        Assert.Equal(BatteryError.Refused, Assert.Throws<BatteryException>(() => driver.Set(40, 80)).Code);
        Assert.Equal(("0", "100"), driver.Thresholds);
    }

    [Theory]
    [InlineData(null, "use the tool of the machine's maker, or the BIOS setup")]
    [InlineData("Dell Inc.", "use Dell Command | Configure (cctk) or the BIOS setup")]
    [InlineData("Framework", "use framework_tool or the BIOS setup")]
    [InlineData("LENOVO", "use the tool of the machine's maker, or the BIOS setup")]
    public void Set_names_the_makers_tool_where_the_driver_has_no_limit(string? vendor, string tool)
    {
        var driver = new FakeDriver { OnWrite = static (_, _, _) => 0, MachineVendor = vendor };
        BatteryException problem = Assert.Throws<BatteryException>(() => driver.Set(null, 80));
        Assert.Equal(BatteryError.NotSupported, problem.Code);
        Assert.EndsWith(tool, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_names_the_conservation_mode_of_an_IdeaPad_that_has_no_other_limit()
    {
        var driver = new FakeDriver { OnWrite = static (_, _, _) => 0, MachineVendor = "LENOVO" };
        driver.Attributes.Add("conservation_mode", "1");
        Assert.EndsWith(
            "write 1 or 0 to conservation_mode of the driver ideapad_acpi, as docs/charge-limit.md describes",
            Assert.Throws<BatteryException>(() => driver.Set(null, 80)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Set_is_not_supported_if_nobody_can_write_the_end()
    {
        FakeDriver driver = FakeDriver.With(null, 100);
        driver.ReadOnly.Add(End);
        Assert.Equal(BatteryError.NotSupported, Assert.Throws<BatteryException>(() => driver.Set(null, 80)).Code);
    }
}
