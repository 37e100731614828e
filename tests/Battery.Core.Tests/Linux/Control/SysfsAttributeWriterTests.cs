using System.Runtime.Versioning;
using Battery.Core.ChargeLimits;
using Battery.Core.Linux;
using Battery.Core.Linux.Control;
using Battery.Core.Linux.Native;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Linux.Control;

/// <summary>Writes to files: a tree that the caller named is changed, a recording is not.</summary>
[SupportedOSPlatform("linux")]
public sealed class SysfsAttributeWriterTests : IDisposable
{
    private const string Start = FakeDriver.Start;
    private const string End = FakeDriver.End;

    private readonly TemporaryTree _tree = new();

    public SysfsAttributeWriterTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "writes files by Linux's system calls");
        _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Charging", "CAPACITY=50").File("BAT0", Start, "0\n").File("BAT0", End, "100\n");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void SetChargeLimit_writes_the_files_of_a_sysfs_root()
    {
        Assert.Equal(new ChargeLimit(75, 80), Battery().SetChargeLimit(new(75, 80)));
        Assert.Equal("75\n", Text(Start));
        Assert.Equal("80\n", Text(End));
        Battery().Snapshot.AssertNumber(BatteryField.ChargeLimit, 80);
    }

    [Fact]
    public void SetChargeLimit_of_a_recording_never_writes()
    {
        BatteryDevice battery = RecordedSources.Open(_tree.Sysfs).ReadBatteries().Single();
        BatteryException problem = Assert.Throws<BatteryException>(() => battery.SetChargeLimit(new(75, 80)));
        Assert.Equal(BatteryError.NotSupported, problem.Code);
        Assert.Contains("a recording is never changed", problem.Message, StringComparison.Ordinal);
        Assert.Equal("100\n", Text(End));
    }

    [Theory]
    [InlineData("linux", "thinkpad-t480-dual")]
    [InlineData("macos", null)]
    [InlineData("windows", null)]
    public void SetChargeLimit_of_a_fixture_that_was_opened_as_a_recording_is_not_supported(string system, string? machine)
    {
        var fixture = new Fixture(machine ?? Fixture.NamesOf(system).First(), system);
        BatteryDevice battery = RecordedSources.Open(fixture.Recording).ReadBatteries()[0];
        BatteryException problem = Assert.Throws<BatteryException>(() => battery.SetChargeLimit(new(null, 80)));
        Assert.Equal(BatteryError.NotSupported, problem.Code);
        Assert.Contains("a recording is never changed", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetChargeLimit_creates_no_file()
    {
        File.Delete(Path.Combine(_tree.Folder("BAT0"), End));
        Assert.Equal(BatteryError.NotSupported, Assert.Throws<BatteryException>(() => Battery().SetChargeLimit(new(75, 80))).Code);
        Assert.False(File.Exists(Path.Combine(_tree.Folder("BAT0"), End)));
    }

    [Fact]
    public void SetChargeLimit_does_not_follow_a_link()
    {
        string target = Path.Combine(_tree.Sysfs, "target");
        File.WriteAllText(target, "100\n");
        File.Delete(Path.Combine(_tree.Folder("BAT0"), End));
        _tree.Link("BAT0", End, target);
        Assert.Throws<BatteryException>(() => Battery().SetChargeLimit(new(null, 80)));
        Assert.Equal("100\n", File.ReadAllText(target));
    }

    [Fact]
    public void SetChargeLimit_without_permission_names_what_is_needed_and_restores()
    {
        Assert.SkipUnless(Environment.UserName == "root", "files of another user are needed");
        _tree.OpenToAll();
        foreach (string file in (string[])[Start, End])
        {
            File.SetUnixFileMode(Path.Combine(_tree.Folder("BAT0"), file), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        // The end may be written by anybody, the start by its owner only.
        File.SetUnixFileMode(Path.Combine(_tree.Folder("BAT0"), End), (UnixFileMode)0b110_110_110);
        Unprivileged.Run(() =>
        {
            BatteryException problem = Assert.Throws<BatteryException>(() => Battery().SetChargeLimit(new(75, 80)));
            Assert.Equal(BatteryError.PermissionDenied, problem.Code);
            Assert.Contains($"{_tree.Folder("BAT0")}/{Start}: Permission denied; run as root", problem.Message, StringComparison.Ordinal);
            Assert.EndsWith("what had been changed was restored", problem.Message, StringComparison.Ordinal);
        });
        Assert.Equal("100\n", Text(End));
    }

    [Fact]
    public void SetChargeLimit_leaves_a_start_without_write_permission_for_anybody()
    {
        File.SetUnixFileMode(Path.Combine(_tree.Folder("BAT0"), Start), UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Assert.Equal(new ChargeLimit(0, 80), Battery().SetChargeLimit(new(75, 80)));
    }

    [Fact]
    public void SetChargeLimit_names_the_tool_of_the_machines_maker()
    {
        File.Delete(Path.Combine(_tree.Folder("BAT0"), End));
        string dmi = Path.Combine(_tree.Sysfs, "class", "dmi", "id");
        Directory.CreateDirectory(dmi);
        File.WriteAllText(Path.Combine(dmi, "sys_vendor"), "Framework\n");
        BatteryException problem = Assert.Throws<BatteryException>(() => Battery().SetChargeLimit(new(null, 80)));
        Assert.EndsWith("use framework_tool or the BIOS setup", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_to_a_full_device_reports_the_error()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        var writer = new SysfsAttributeWriter(SysfsPath.Of("/dev"));
        Assert.Equal(28, writer.Write("full", "80"));
    }

    [Fact]
    public void SetChargeLimit_checks_the_request_first() => Assert.Equal(
        BatteryError.InvalidArgument,
        Assert.Throws<BatteryException>(() => RecordedSources.Open(_tree.Sysfs).ReadBatteries().Single().SetChargeLimit(new(90, 80))).Code);

    private BatteryDevice Battery() => LinuxSource.Open(_tree.Sysfs).ReadBatteries().Single();

    private string Text(string file) => File.ReadAllText(Path.Combine(_tree.Folder("BAT0"), file));
}
