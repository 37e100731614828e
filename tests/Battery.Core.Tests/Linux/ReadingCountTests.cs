using System.Text;
using Battery.Core.Linux;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.Tests.Linux;

/// <summary>Which files a reading reads, and how often: a file can stand for a request to a slow device.</summary>
public class ReadingCountTests
{
    private readonly CountingBackend _backend = new(
        Supply("AC", ("uevent", "POWER_SUPPLY_ONLINE=1\n"), ("type", "Mains\n"), ("online", "1\n")),
        Supply("BAT0", ("uevent", "POWER_SUPPLY_CAPACITY=50\n"), ("type", "Battery\n"), ("capacity", "50\n")),
        Supply("BAT1", ("uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=60\n"), ("type", "Battery\n")),
        Supply(
            "hidpp_battery_0",
            ("uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=70\n"), ("type", "Battery\n"), ("scope", "Device\n"), ("capacity", "70\n"),
            ("online", "1\n")),
        Supply(
            "mouse",
            ("uevent", "POWER_SUPPLY_SCOPE=Device\nPOWER_SUPPLY_CAPACITY=80\n"), ("type", "Battery\n"), ("scope", "Device\n"), ("capacity", "80\n")),
        Supply("wacom_battery_1", ("uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=90\n")));

    private readonly LinuxSource _source;

    public ReadingCountTests() => _source = new(_backend, static () => 0);

    [Theory]
    [InlineData(SupplyScopes.System)]
    [InlineData(SupplyScopes.All)]
    public void Read_reads_each_battery_and_each_adapter_once(SupplyScopes scopes)
    {
        for (int list = 1; list <= 3; list++)
        {
            MachineReading reading = _source.Read(scopes);
            Assert.Equal(ExternalPower.Online, reading.ExternalPower);
            Assert.Equal((list, list, list), (_backend.Reads("AC/online"), _backend.Reads("BAT0/uevent"), _backend.Reads("BAT1/uevent")));
            Assert.Equal((0, 1), (_backend.Reads("AC/uevent"), _backend.Reads("AC/type")));
        }
    }

    [Theory]
    [InlineData(SupplyScopes.System)]
    [InlineData(SupplyScopes.None)]
    public void Read_asks_no_peripheral_unless_peripherals_are_wanted(SupplyScopes scopes)
    {
        for (int list = 0; list < 3; list++)
        {
            _source.Read(scopes);
        }

        foreach (string peripheral in (string[])["hidpp_battery_0", "mouse", "wacom_battery_1"])
        {
            Assert.Equal((0, 0), (_backend.Reads($"{peripheral}/uevent"), _backend.Reads($"{peripheral}/capacity")));
            Assert.InRange(_backend.Reads($"{peripheral}/scope"), 0, 1);
        }
    }

    [Fact]
    public void Read_asks_no_battery_for_external_power()
    {
        for (int list = 1; list <= 3; list++)
        {
            MachineReading reading = _source.Read(SupplyScopes.None);
            Assert.Equal(ExternalPower.Online, reading.ExternalPower);
            Assert.Empty(reading.Batteries);
        }

        Assert.Equal((0, 0, 3), (_backend.Reads("BAT0/uevent"), _backend.Reads("BAT1/uevent"), _backend.Reads("AC/online")));
    }

    [Theory]
    [InlineData(SupplyScopes.None)]
    [InlineData(SupplyScopes.Peripheral)]
    public void Read_asks_the_batteries_for_external_power_if_no_adapter_is_online(SupplyScopes scopes)
    {
        var backend = new CountingBackend(
            Supply("AC", ("uevent", "POWER_SUPPLY_ONLINE=0\n"), ("type", "Mains\n"), ("online", "0\n")),
            Supply("BAT0", ("uevent", "POWER_SUPPLY_STATUS=Charging\n"), ("type", "Battery\n")),
            Supply("mouse", ("uevent", "POWER_SUPPLY_STATUS=Charging\n"), ("type", "Battery\n"), ("scope", "Device\n")));
        var source = new LinuxSource(backend, static () => 0);
        MachineReading reading = source.Read(scopes);
        Assert.Equal(ExternalPower.Online, reading.ExternalPower);
        Assert.False(Assert.Single(reading.Adapters).IsOnline);
        Assert.DoesNotContain(reading.Batteries, static battery => battery.Snapshot.Name == "BAT0");
        Assert.Equal((1, 1, scopes == SupplyScopes.None ? 0 : 1), (backend.Reads("AC/online"), backend.Reads("BAT0/uevent"), backend.Reads("mouse/uevent")));
        Assert.Equal(ExternalPower.Online, source.Read(SupplyScopes.System).ExternalPower);
    }

    [Theory]
    [InlineData(SupplyScopes.System)]
    [InlineData(SupplyScopes.AdapterDetails)]
    public void Read_of_an_adapter_with_a_contract_reads_the_contract_only(SupplyScopes scopes)
    {
        var backend = new CountingBackend(Supply(
            "ucsi-source-psy-USBC000:001",
            ("uevent", "POWER_SUPPLY_ONLINE=1\n"), ("type", "USB\n"), ("online", "1\n"), ("usb_type", "C [PD] PD_PPS\n"),
            ("voltage_now", "20000000\n"), ("current_now", "3250000\n"), ("current_max", "4000000\n"), ("status", "Charging\n")));
        MachineReading reading = new LinuxSource(backend, static () => 0).Read(scopes);
        Assert.Equal(65, reading.AdapterPower.Value, 6);
        Assert.Equal((0, 0, 1), (backend.Reads("ucsi-source-psy-USBC000:001/uevent"), backend.Reads("ucsi-source-psy-USBC000:001/status"),
            backend.Reads("ucsi-source-psy-USBC000:001/usb_type")));
    }

    // Of most adapters only 'online' is needed; the rest can be requests to a device.
    [Theory]
    [InlineData(SupplyScopes.System, 0)]
    [InlineData(SupplyScopes.None, 0)]
    [InlineData(SupplyScopes.AdapterDetails, 1)]
    public void Read_asks_an_adapter_for_details_only_if_they_are_wanted(SupplyScopes scopes, int count)
    {
        var backend = new CountingBackend(Supply(
            "qcom-battmgr-usb",
            ("uevent", "POWER_SUPPLY_ONLINE=1\n"), ("type", "USB\n"), ("online", "1\n"), ("usb_type", "C [PD] PD_PPS\n"), ("voltage_now", "20000000\n")));
        Adapter adapter = Assert.Single(new LinuxSource(backend, static () => 0).Read(scopes).Adapters);
        Assert.Equal((1, 0), (backend.Reads("qcom-battmgr-usb/online"), backend.Reads("qcom-battmgr-usb/uevent")));
        Assert.Equal((count, count), (backend.Reads("qcom-battmgr-usb/usb_type"), backend.Reads("qcom-battmgr-usb/voltage_now")));
        Assert.Equal(count > 0 ? (AdapterType.UsbPd, 20) : (AdapterType.Usb, double.NaN), (adapter.Type, adapter.Voltage.Value));
    }

    // A phone's fuel gauge of type Unknown is neither a battery nor read.
    [Fact]
    public void Read_asks_no_supply_of_another_type()
    {
        var backend = new CountingBackend(Supply("mtk-gauge", ("uevent", "POWER_SUPPLY_CAPACITY=42\n"), ("type", "Unknown\n"), ("online", "1\n")));
        Assert.Empty(new LinuxSource(backend, static () => 0).Read(SupplyScopes.All).Batteries);
        Assert.Equal(0, backend.Reads("mtk-gauge/uevent"));
    }

    // As in a copy of which only type and uevent were published. The kernel has a file for each property.
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 3, "keyboard")]
    public void Read_finds_a_peripheral_by_the_scope_in_uevent_in_a_copy_only(bool isSysfs, int reads, params string[] names)
    {
        var backend = new CountingBackend(
            Supply("AC", ("uevent", "POWER_SUPPLY_ONLINE=1\n"), ("type", "Mains\n"), ("online", "1\n")),
            Supply("BAT0", ("uevent", "POWER_SUPPLY_CAPACITY=50\n"), ("type", "Battery\n")),
            Supply("keyboard", ("uevent", "POWER_SUPPLY_SCOPE=Device\nPOWER_SUPPLY_CAPACITY=80\n"), ("type", "Battery\n"))) { IsSysfs = isSysfs };
        var source = new LinuxSource(backend, static () => 0);
        for (int list = 0; list < 3; list++)
        {
            Assert.Equal(names, source.Read(SupplyScopes.Peripheral).Batteries.Select(static battery => battery.Snapshot.Name));
        }

        Assert.Equal((reads, 0), (backend.Reads("keyboard/uevent"), backend.Reads("AC/uevent")));
    }

    [Theory]
    [InlineData(SupplyScopes.None)]
    [InlineData(SupplyScopes.AdapterDetails)]
    [InlineData(SupplyScopes.System, "BAT0", "BAT1")]
    [InlineData(SupplyScopes.Peripheral, "hidpp_battery_0", "mouse", "wacom_battery_1")]
    [InlineData(SupplyScopes.All, "BAT0", "BAT1", "hidpp_battery_0", "mouse", "wacom_battery_1")]
    public void Read_gives_the_batteries_of_its_scopes_whatever_was_read_before(SupplyScopes scopes, params string[] names)
    {
        foreach (SupplyScopes before in Enum.GetValues<SupplyScopes>())
        {
            _source.Read(before);
            MachineReading reading = _source.Read(scopes);
            Assert.Equal(names, reading.Batteries.Select(static battery => battery.Snapshot.Name));
            Assert.All(reading.Batteries, static battery => Assert.False(double.IsNaN(battery.Snapshot.Number(BatteryField.Percentage))));
            Adapter adapter = Assert.Single(reading.Adapters);
            Assert.Equal(("AC", AdapterType.Mains, true), (adapter.Name, adapter.Type, adapter.IsOnline));
        }
    }

    private static RecordedDevice Supply(string name, params (string File, string Text)[] files)
    {
        // Each has a name of its own among the recorded devices, as a directory has an inode.
        var device = new RecordedDevice(name);
        device.Responses.AddRange(files.Select(static file => (file.File, new RecordedResponse(Encoding.ASCII.GetBytes(file.Text)))));
        return device;
    }

    private sealed class CountingBackend(params RecordedDevice[] supplies) : ILinuxBackend
    {
        private readonly Dictionary<string, int> _reads = [];
        private List<CountingDirectory>? _directories;

        public int Reads(string file) => _reads.GetValueOrDefault(file);

        /// <summary>Whether it is the kernel's tree, and not a copy.</summary>
        public bool IsSysfs { get; init; } = true;

        public List<ISupplyDirectory> List() =>
            [.. _directories ??= [.. supplies.Select(supply => new CountingDirectory(new RecordedDirectory(supply), _reads, IsSysfs))]];

        public IChangeNotifier OpenNotifier() => new NullChangeNotifier();
    }

    private sealed class CountingDirectory(RecordedDirectory directory, Dictionary<string, int> reads, bool isSysfs) : ISupplyDirectory
    {
        public string Name => directory.Name;

        public string Location => directory.Location;

        public bool IsSysfs => isSysfs;

        public bool Exists => true;

        public DirectoryStamp Stamp => directory.Stamp;

        public AttributeCache? Cache { get; set; }

        public bool TryList(out List<byte[]> names) => directory.TryList(out names);

        public ISupplyFile File(ReadOnlySpan<byte> name) => new CountingFile(directory.File(name), $"{Name}/{Encoding.ASCII.GetString(name)}", reads);
    }

    private sealed class CountingFile(ISupplyFile file, string path, Dictionary<string, int> reads) : ISupplyFile
    {
        public int Read(Span<byte> buffer, out int error)
        {
            reads[path] = reads.GetValueOrDefault(path) + 1;
            return file.Read(buffer, out error);
        }
    }
}
