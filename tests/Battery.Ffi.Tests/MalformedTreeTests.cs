using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>A malformed, unreadable or removed file makes its own value unknown, and no other.</summary>
public sealed class MalformedTreeTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public MalformedTreeTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Getter_of_a_file_without_permission_is_unreadable_and_the_other_values_are_known()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50").File("BAT0", "temp", "300");
        File.SetUnixFileMode(Path.Combine(_tree.Folder("BAT0"), "temp"), UnixFileMode.None);
        _tree.OpenToAll();
        Unprivileged.Run(() =>
        {
            using var open = new OpenTree(_tree.Sysfs);
            Assert.Equal(50, NativeMethods.battery_get_percentage(open.Single));
            Assert.Equal(float.MaxValue, NativeMethods.battery_get_temperature(open.Single));
            Assert.Contains("permission to read it is denied", OpenTree.Message(), StringComparison.Ordinal);
            Assert.Equal(ValueStatus.Unreadable, NativeMethods.battery_field_status(open.Single, BatteryField.Temperature));
        });
    }

    [Fact]
    public void Iterate_returns_permission_denied_for_a_class_directory_that_cannot_be_listed()
    {
        _tree.Supply("BAT0", "TYPE=Battery");
        string folder = Path.GetDirectoryName(_tree.Folder("BAT0"))!;
        _tree.OpenToAll();
        UnixFileMode own = File.GetUnixFileMode(folder);
        File.SetUnixFileMode(folder, UnixFileMode.None);
        Unprivileged.Run(() =>
        {
            nint manager = OpenTree.Open(_tree.Sysfs);
            Assert.Equal(0, NativeMethods.battery_manager_iter(manager));
            Assert.Equal(BatteryError.PermissionDenied, NativeMethods.battery_last_error_code());
            Assert.Contains(folder, OpenTree.Message(), StringComparison.Ordinal);
            NativeMethods.battery_manager_free(manager);
        });
        File.SetUnixFileMode(folder, own);
    }

    [Fact]
    public void Getter_is_unreadable_if_the_device_returns_an_error()
    {
        // Reading the first byte of a process's own memory gives EIO.
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50").Link("BAT0", "voltage_now", "/proc/self/mem");
        using var open = new OpenTree(_tree.Sysfs);
        Assert.Equal(ValueStatus.Unreadable, NativeMethods.battery_field_status(open.Single, BatteryField.Voltage));
        Assert.Equal(50, NativeMethods.battery_get_percentage(open.Single));
    }

    [Fact]
    public void Iterate_does_not_block_on_pipes_directories_and_endless_files()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50").Link("BAT0", "manufacturer", "/dev/zero").Link("BAT0", "temp", "/dev/urandom");
        Directory.CreateDirectory(Path.Combine(_tree.Folder("BAT0"), "cycle_count"));
        Command.Run("mkfifo", [Path.Combine(_tree.Folder("BAT0"), "voltage_now")]);
        Directory.CreateDirectory(Path.Combine(_tree.Folder("BAT1"), "uevent"));
        _tree.File("BAT1", "type", "Battery").File("BAT1", "capacity", "60");
        File.WriteAllText(_tree.Folder("not-a-folder"), "Battery");
        using var open = new OpenTree(_tree.Sysfs);
        Assert.Equal(["BAT0", "BAT1"], open.Batteries.Select(NativeText.Name));
        Assert.Equal(50, NativeMethods.battery_get_percentage(open.Batteries[0]));
        Assert.Equal(60, NativeMethods.battery_get_percentage(open.Batteries[1]));
        Assert.Equal(uint.MaxValue, NativeMethods.battery_get_voltage(open.Batteries[0]));
        Assert.Equal(0, NativeMethods.battery_get_vendor(open.Batteries[0]));
    }

    [Fact]
    public void Refresh_reads_changed_values()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50", "SERIAL_NUMBER=1");
        using var open = new OpenTree(_tree.Sysfs);
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=49", "SERIAL_NUMBER=2");
        Assert.Equal(0, NativeMethods.battery_manager_refresh(open.Manager, open.Single));
        Assert.Equal(49, NativeMethods.battery_get_percentage(open.Single));
        Assert.Equal("2", NativeText.Take(NativeMethods.battery_get_serial_number(open.Single)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Refresh_returns_not_found_and_keeps_the_values_when_the_battery_was_removed(bool isDirectoryRemoved)
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        using var open = new OpenTree(_tree.Sysfs);
        if (isDirectoryRemoved)
        {
            _tree.Remove("BAT0");
        }
        else
        {
            _tree.Supply("BAT0", "TYPE=Battery", "PRESENT=0", "CAPACITY=0");
        }

        Assert.Equal((int)BatteryError.NotFound, NativeMethods.battery_manager_refresh(open.Manager, open.Single));
        Assert.Contains("BAT0 was removed", OpenTree.Message(), StringComparison.Ordinal);
        Assert.Equal(50, NativeMethods.battery_get_percentage(open.Single));
    }

    [Fact]
    public void Refresh_returns_not_found_when_the_device_reports_nothing_any_more()
    {
        _tree.Supply("UPS0", "TYPE=UPS", "CAPACITY=50");
        using var open = new OpenTree(_tree.Sysfs);
        File.Delete(Path.Combine(_tree.Folder("UPS0"), "uevent"));
        Assert.Equal((int)BatteryError.NotFound, NativeMethods.battery_manager_refresh(open.Manager, open.Single));
        Assert.Equal(BatteryKind.Ups, NativeMethods.battery_get_kind(open.Single));

        // A later reading without a type does not change the kind.
        _tree.Supply("UPS0", "CAPACITY=49");
        Assert.Equal(0, NativeMethods.battery_manager_refresh(open.Manager, open.Single));
        Assert.Equal(BatteryKind.Ups, NativeMethods.battery_get_kind(open.Single));
        Assert.Equal(49, NativeMethods.battery_get_percentage(open.Single));
    }

    [Fact]
    public async Task Refresh_is_safe_while_a_battery_is_added_and_removed()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        using var open = new OpenTree(_tree.Sysfs);
        using var stop = new CancellationTokenSource();
        var plugging = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    _tree.Remove("BAT0");
                    _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
                }
            },
            TestContext.Current.CancellationToken);
        for (int i = 0; i < 2000; i++)
        {
            Assert.Contains(NativeMethods.battery_manager_refresh(open.Manager, open.Single), new[] { 0, (int)BatteryError.NotFound });
            nint iterator = NativeMethods.battery_manager_iter(open.Manager);
            nint battery = NativeMethods.battery_iterator_next(iterator);
            Assert.Equal(BatteryError.None, NativeMethods.battery_last_error_code());
            NativeMethods.battery_free(battery);
            NativeMethods.battery_iterator_free(iterator);
        }

        await stop.CancelAsync();
        await plugging;
    }
}
