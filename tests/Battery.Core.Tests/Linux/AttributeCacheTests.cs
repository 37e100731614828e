using Battery.Core.Linux;
using Battery.Core.Linux.Live;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Linux;

/// <summary>What is remembered of a supply's folder from one list of the batteries to the next.</summary>
public class AttributeCacheTests
{
    private readonly RecordedDevice _device = new("BAT0");
    private readonly CountingFolder _folder;
    private readonly LinuxSource _source;
    private long _now;

    public AttributeCacheTests()
    {
        _device.Responses.AddRange([("uevent", new("POWER_SUPPLY_STATUS=Full\n"u8)), ("type", new("Battery\n"u8)), ("capacity", new("99\n"u8))]);
        _folder = new(new RecordedDirectory(_device));
        _source = new(new OneSupply(_folder), () => _now);
    }

    [Fact]
    public void Read_lists_a_directory_and_reads_its_type_once()
    {
        _source.ReadBatteries();
        Assert.Equal(99, Percentage());
        Assert.Equal((1, 1), (_folder.Lists, _folder.TypeReadings));
    }

    [Fact]
    public void Read_lists_a_changed_directory_again()
    {
        _source.ReadBatteries();
        _device.Responses.Add(("charge_control_end_threshold", new("80\n"u8)));
        _folder.Stamp = _folder.Stamp with { ModifiedNanoseconds = 1 };
        Assert.Equal(80, _source.ReadBatteries()[0].Snapshot.Number(BatteryField.ChargeEndThreshold));
    }

    [Theory]
    [InlineData(59_999, 1)]
    [InlineData(60_000, 2)]
    public void Read_lists_a_directory_again_after_a_minute(long milliseconds, int lists)
    {
        _source.ReadBatteries();
        _now = milliseconds;
        _source.ReadBatteries();
        Assert.Equal(lists, _folder.Lists);
    }

    [Theory]
    [InlineData(59_999, 1)]
    [InlineData(60_000, 2)]
    public void TryRefresh_lists_the_directory_again_after_a_minute(long milliseconds, int lists)
    {
        BatteryDevice battery = _source.ReadBatteries()[0];
        _now = milliseconds;
        battery.TryRefresh();
        Assert.Equal(lists, _folder.Lists);
    }

    [Fact]
    public void Read_lists_another_directory_of_the_same_name()
    {
        _source.ReadBatteries();
        _folder.Stamp = _folder.Stamp with { Inode = 1 };
        _source.ReadBatteries();
        Assert.Equal(2, _folder.Lists);
    }

    [Fact]
    public void TryRefresh_lists_the_directory_again_if_a_file_is_missing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the calls are Linux's");
        using TemporaryTree tree = new TemporaryTree().Supply("BAT0", "TYPE=Battery", "STATUS=Full").File("BAT0", "capacity", "99\n");
        BatteryDevice battery = LinuxSource.Open(tree.Sysfs).ReadBatteries()[0];
        File.Delete(Path.Combine(tree.Folder("BAT0"), "capacity"));
        tree.File("BAT0", "energy_now", "31000000\n");
        battery.TryRefresh();
        Assert.True(battery.TryRefresh());
        Assert.Equal(31, battery.Snapshot.Number(BatteryField.Energy));
    }

    [Fact]
    public void Read_does_not_cache_a_directory_that_changed_just_now()
    {
        _folder.Stamp = _folder.Stamp with { ModifiedSeconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds() };
        _source.ReadBatteries();
        _source.ReadBatteries();
        Assert.Equal(2, _folder.Lists);
    }

    [Fact]
    public void Read_decodes_a_string_again_only_if_it_changed()
    {
        _device.Responses.Add(("model_name", new("X1\n"u8)));
        string? first = Model();
        Assert.Equal("X1", first);
        Assert.Same(first, Model());
        _folder.Stamp = _folder.Stamp with { Inode = 1 };
        Assert.Same(first, Model());
        _device.Responses[^1] = ("model_name", new("X2\n"u8));
        Assert.Equal("X2", Model());
        _device.Responses.RemoveAt(_device.Responses.Count - 1);
        Assert.Null(Model());
    }

    [Fact]
    public void TakeReading_gives_a_reading_to_one_thread_at_a_time()
    {
        AttributeCache cache = AttributeCache.Load(_folder, () => _now)!;
        Assert.Null(cache.TakeReading());
        var reading = new RawReading { Name = "BAT0" };
        cache.ReturnReading(reading);
        Assert.Same(reading, cache.TakeReading());
        Assert.Null(cache.TakeReading());
    }

    [Fact]
    public void List_keeps_the_directories_of_the_supplies_that_stay()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the calls are Linux's");
        using TemporaryTree tree = new TemporaryTree().Supply("BAT10", "STATUS=Full").Supply("BAT2", "STATUS=Full");
        var backend = new LinuxLiveBackend(Path.GetDirectoryName(tree.Folder("BAT2"))!, isWritable: false);
        List<ISupplyDirectory> before = backend.List();
        tree.Supply("BAT1", "STATUS=Full").Supply("XBAT2", "STATUS=Full");
        Directory.Delete(tree.Folder("BAT10"), recursive: true);
        List<ISupplyDirectory> now = backend.List();
        Assert.Equal(["BAT2", "BAT10"], before.Select(static supply => supply.Name));
        Assert.Equal(["BAT1", "BAT2", "XBAT2"], now.Select(static supply => supply.Name));
        Assert.Same(before[0], now[1]);
        Assert.Equal(now, backend.List());
    }

    [Fact]
    public void Stamp_is_the_inode_and_the_time_of_the_last_change()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the calls are Linux's");
        using TemporaryTree tree = new TemporaryTree().Supply("BAT0", "STATUS=Full").Supply("BAT1", "STATUS=Full");
        Directory.SetLastWriteTimeUtc(tree.Folder("BAT0"), DateTime.UnixEpoch.AddSeconds(1_500_000_000.25));
        var folder = new SysfsDirectory(tree.Folder("BAT0"));
        Assert.Equal((1_500_000_000, 250_000_000), (folder.Stamp.ModifiedSeconds, folder.Stamp.ModifiedNanoseconds));
        Assert.Equal(folder.Stamp, new SysfsDirectory(tree.Folder("BAT0")).Stamp);
        Assert.NotEqual(folder.Stamp.Inode, new SysfsDirectory(tree.Folder("BAT1")).Stamp.Inode);
    }

    private string? Model() => _source.ReadBatteries()[0].Snapshot.Text(BatteryField.Model);

    private double Percentage() => _source.ReadBatteries()[0].Snapshot.Number(BatteryField.Percentage);

    private sealed class OneSupply(ISupplyDirectory folder) : ILinuxBackend
    {
        public List<ISupplyDirectory> List() => [folder];

        public IChangeNotifier OpenNotifier() => new NullChangeNotifier();
    }

    private sealed class CountingFolder(ISupplyDirectory folder) : ISupplyDirectory
    {
        public int Lists { get; private set; }

        public int TypeReadings { get; private set; }

        public DirectoryStamp Stamp { get; set; }

        public AttributeCache? Cache { get; set; }

        public string Name => folder.Name;

        public string Location => folder.Location;

        public bool IsSysfs => folder.IsSysfs;

        public bool Exists => folder.Exists;

        public bool TryList(out List<byte[]> names)
        {
            Lists++;
            return folder.TryList(out names);
        }

        public ISupplyFile File(ReadOnlySpan<byte> name)
        {
            TypeReadings += name.SequenceEqual("type"u8) ? 1 : 0;
            return folder.File(name);
        }
    }
}
