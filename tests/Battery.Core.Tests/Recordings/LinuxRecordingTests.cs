using Battery.Core.Linux;
using Battery.Core.Linux.Native;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Recordings;

/// <summary>A recording of a power_supply tree is read like the tree, on every system.</summary>
public sealed class LinuxRecordingTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public static TheoryData<string> Machines => [.. Fixture.Names];

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(Machines))]
    public void DirectoryCopyReader_reads_the_same_as_the_live_backend(string machine)
    {
        string root = new Fixture(machine).Sysfs;
        string folder = Path.Combine(root, "class", "power_supply");
        SameMachine.Assert(LinuxSource.Open(root), new LinuxSource(new LinuxRecordedBackend(DirectoryCopyReader.Read(folder))));
    }

    [Fact]
    public void Record_masks_serial_numbers_everywhere()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50", "SERIAL_NUMBER= A1-77b").File("BAT0", "serial_number", " A1-77b\n");
        Recording recording = Open().Record(keepsSerialNumbers: false);
        Assert.DoesNotContain("77b", Text(recording), StringComparison.Ordinal);
        Assert.Equal("**-***", Reopened(recording).ReadBatteries().Single().Snapshot.Text(BatteryField.SerialNumber));
        Assert.Contains("A1-77b", Text(Open().Record(keepsSerialNumbers: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Record_masks_an_address_in_a_name_except_its_last_pair()
    {
        _tree.Supply("ps-controller-battery-a4:53:85:0c:1f:9e", "NAME=ps-controller-battery-a4:53:85:0c:1f:9e", "TYPE=Battery", "CAPACITY=50");
        Recording recording = Open().Record(keepsSerialNumbers: false);
        Assert.DoesNotContain("a4:53", Text(recording), StringComparison.Ordinal);
        BatterySnapshot pad = Reopened(recording).ReadBatteries().Single().Snapshot;
        Assert.Equal("ps-controller-battery-**:**:**:**:**:9e", pad.Name);
        Assert.Equal(BatteryScope.Peripheral, pad.Scope);
    }

    [Theory]
    [InlineData("steam-controller-FXA1234567-battery", "FXA1234567", "steam-controller-********67-battery")]
    [InlineData("hid-5CG1234-battery", "5CG12", "hid-*****34-battery")]
    [InlineData("hid-aabbccddeeff-battery", "aabbcc", "hid-**********ff-battery")]
    [InlineData("mouse-aabbccddeeff", "aabbcc", "mouse-**********ff")]
    public void Record_masks_the_identifier_in_a_peripherals_name(string name, string secret, string masked)
    {
        _tree.Supply(name, $"NAME={name}", "TYPE=Battery", "CAPACITY=50");
        Recording recording = Open().Record(keepsSerialNumbers: false);
        Assert.Equal(masked, recording.Devices.Single().Name);
        Assert.DoesNotContain(secret, Text(recording), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serialno")]
    [InlineData("battery_serial")]
    public void Record_masks_a_drivers_own_serial_number(string file)
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50", $"{file.ToUpperInvariant()}=ÄB12").File("BAT0", file, "ÄB12\n");
        string text = Text(Open().Record(keepsSerialNumbers: false));
        Assert.DoesNotContain("B12", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\xC3", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Open_keeps_two_supplies_of_one_name_apart()
    {
        RecordedDevice battery = new("ps-**"), adapter = new("ps-**");
        battery.Responses.AddRange([("type", new("Battery\n"u8)), ("capacity", new("50\n"u8))]);
        adapter.Responses.AddRange([("type", new("Mains\n"u8)), ("online", new("1\n"u8))]);
        IPowerSupplySource source = Reopened(new(Recording.Linux, [battery, adapter], KeepsSerialNumbers: true));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(50, Assert.Single(source.ReadBatteries()).Snapshot.Number(BatteryField.Percentage));
            Assert.Equal(ExternalPower.Online, source.ReadExternalPower());
        }
    }

    [Fact]
    public void Open_keeps_the_errors_of_files()
    {
        var device = new RecordedDevice("BAT0");
        device.Responses.Add(("uevent", new("POWER_SUPPLY_TYPE=Battery\n"u8)));
        device.Responses.Add(("serial_number", new(Errno.AccessDenied)));
        device.Responses.Add(("power_now", new(Errno.InputOutput)));
        BatterySnapshot battery = Reopened(new(Recording.Linux, [device], KeepsSerialNumbers: true)).ReadBatteries().Single().Snapshot;
        Assert.Equal(ValueQuality.PermissionDenied, battery.QualityOf(BatteryField.SerialNumber));
        battery.AssertUnknown(BatteryField.EnergyRate, ValueQuality.ReadFailed);
    }

    [Fact]
    public void Record_leaves_out_directories_of_a_supply()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        Directory.CreateDirectory(Path.Combine(_tree.Folder("BAT0"), "power"));
        Assert.Equal(["uevent"], Open().Record(keepsSerialNumbers: true).Devices.Single().Responses.Select(static response => response.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sys/class/power_supply")]
    [InlineData("class/power_supply")]
    public void Open_finds_the_supplies_in_each_form_of_a_copy(string above)
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        string copy = Path.Combine(_tree.Sysfs, "copy", above);
        Directory.CreateDirectory(copy);
        Directory.Move(_tree.Folder("BAT0"), Path.Combine(copy, "BAT0"));
        Assert.Equal("BAT0", RecordedSources.Open(Path.Combine(_tree.Sysfs, "copy")).ReadBatteries().Single().Snapshot.Name);
    }

    [Fact]
    public void Open_throws_for_a_directory_without_a_supply()
    {
        var problem = Assert.Throws<BatteryException>(() => RecordedSources.Open(_tree.Sysfs));
        Assert.Equal(BatteryError.InvalidData, problem.Code);
        Assert.Contains("copy of /sys/class/power_supply", problem.Message, StringComparison.Ordinal);
    }

    private LinuxSource Open() => LinuxSource.Open(_tree.Sysfs);

    private static string Text(Recording recording) => System.Text.Encoding.ASCII.GetString(RecordingWriter.Write(recording, DateTime.UnixEpoch));

    private IPowerSupplySource Reopened(Recording recording)
    {
        string path = Path.Combine(_tree.Sysfs, $"{Guid.NewGuid()}.txt");
        RecordingFile.Save(recording, path, overwrites: false);
        return RecordedSources.Open(path);
    }
}
