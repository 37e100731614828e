using System.Text;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.Tests.MacOS;

public class MacOSSourceTests
{
    private static Adapter Adapter(params string[] lines) =>
        Assert.Single(MacFixtures.Open(MacFixtures.Service(lines)).Read(SupplyScopes.AdapterDetails).Adapters);

    [Fact]
    public void AdapterPower_is_known_only_with_an_adapter_in_use()
    {
        const string adapter =
            "AdapterDetails = {\"IsWireless\"=No,\"FamilyCode\"=18446744073172697098,\"Watts\"=87,\"Current\"=4350,\"Description\"=\"pd charger\"}";
        Assert.Equal(87, MacFixtures.Open(MacFixtures.Service("ExternalConnected = Yes", adapter)).ReadAdapterPower().Value);
        Assert.Equal(ValueQuality.NotInThisState, MacFixtures.Open(MacFixtures.Service("ExternalConnected = No", adapter)).ReadAdapterPower().Quality);
        Assert.Equal(ValueQuality.Missing, MacFixtures.Open(MacFixtures.Service("ExternalConnected = Yes",
            "AdapterDetails = {\"FamilyCode\"=0}")).ReadAdapterPower().Quality);
        Assert.Equal(ValueQuality.ReportedUnknown, MacFixtures.Open(MacFixtures.Service("ExternalConnected = Yes",
            "AdapterDetails = {\"Watts\"=0}")).ReadAdapterPower().Quality);
        Assert.Equal(ValueQuality.OutOfRange, MacFixtures.Open(MacFixtures.Service("ExternalConnected = Yes",
            "AdapterDetails = {\"Watts\"=18446744073709551615}")).ReadAdapterPower().Quality);
    }

    [Fact]
    public void Read_gives_the_adapter_by_its_description()
    {
        const string details = "AdapterDetails = {\"Watts\"=87,\"Description\"=\"pd charger\"}";
        Adapter adapter = Adapter("ExternalConnected = Yes", details);
        Assert.Equal(("pd charger", true, 87), (adapter.Name, adapter.IsOnline, adapter.MaxPower.Value));
        adapter = Adapter("ExternalConnected = No", details);
        Assert.Equal((null, false, double.NaN), (adapter.Name, adapter.IsOnline, adapter.MaxPower.Value));
    }

    [Fact]
    public void Read_gives_the_adapter_by_its_name_before_its_description() =>
        Assert.Equal("96W USB-C Power Adapter",
            Adapter("ExternalConnected = Yes", "AdapterDetails = {\"Name\"=\"96W USB-C Power Adapter\",\"Description\"=\"pd charger\"}").Name);

    // kIOPSFamilyCode… of IOPM.h, with its sign and without, as dumps have it.
    [Theory]
    [InlineData("\"FamilyCode\"=18446744073172697098", AdapterType.UsbPd)]
    [InlineData("\"FamilyCode\"=-536854518", AdapterType.UsbPd)]
    [InlineData("\"FamilyCode\"=3758112778", AdapterType.UsbPd)]
    [InlineData("\"FamilyCode\"=3758112777", AdapterType.UsbC)]
    [InlineData("\"FamilyCode\"=3758112776", AdapterType.UsbC)]
    [InlineData("\"FamilyCode\"=3758112775", AdapterType.Usb)]
    [InlineData("\"FamilyCode\"=3758112768", AdapterType.Usb)]
    [InlineData("\"FamilyCode\"=3758112779", AdapterType.Unknown)]
    [InlineData("\"FamilyCode\"=3758243840", AdapterType.Mains)]
    [InlineData("\"FamilyCode\"=3758243841,\"IsWireless\"=Yes", AdapterType.Wireless)]
    [InlineData("\"FamilyCode\"=0", AdapterType.Unknown)]
    [InlineData("\"Watts\"=30", AdapterType.Unknown)]
    public void Type_of_an_adapter_follows_from_its_family(string details, AdapterType type) =>
        Assert.Equal(type, Adapter("ExternalConnected = Yes", $"AdapterDetails = {{{details}}}").Type);

    [Theory]
    [InlineData("\"AdapterVoltage\"=20000,\"Voltage\"=5000,\"Current\"=2240", 20.0, 2.24)]
    [InlineData("\"Voltage\"=20000,\"Current\"=4350", 20.0, 4.35)]
    [InlineData("\"AdapterVoltage\"=0,\"Current\"=0", null, null)]
    [InlineData("\"AdapterVoltage\"=-20000,\"Current\"=4294967295", null, null)]
    [InlineData("\"Watts\"=45", null, null)]
    public void Voltage_and_current_of_an_adapter_are_those_of_its_contract(string details, double? voltage, double? current)
    {
        Adapter adapter = Adapter("ExternalConnected = Yes", $"AdapterDetails = {{{details}}}");
        Assert.Equal(voltage, adapter.Voltage.IsKnown ? adapter.Voltage.Value : null);
        Assert.Equal(current, adapter.Current.IsKnown ? adapter.Current.Value : null);
    }

    [Fact]
    public void Read_gives_no_adapter_if_nothing_is_reported_of_one() =>
        Assert.Empty(MacFixtures.Open(MacFixtures.Service("CycleCount = 5")).Read(SupplyScopes.AdapterDetails).Adapters);

    [Theory]
    [InlineData("ExternalConnected = Yes", ExternalPower.Online)]
    [InlineData("ExternalConnected = No", ExternalPower.Offline)]
    [InlineData("AppleRawExternalConnected = Yes", ExternalPower.Online)]
    [InlineData("CycleCount = 5", ExternalPower.Unknown)]
    public void ExternalPower_is_read_from_the_service(string line, ExternalPower power) =>
        Assert.Equal(power, MacFixtures.Open(MacFixtures.Service(line)).ReadExternalPower());

    // As in lines that grep selected.
    [Fact]
    public void ExternalPower_is_online_if_nothing_but_a_battery_that_charges_shows_it()
    {
        MacOSSource source = MacFixtures.Open(MacFixtures.Service("IsCharging = Yes"));
        Assert.Equal(ExternalPower.Online, source.ReadExternalPower());
        Assert.Equal(ExternalPower.Online, source.Read(SupplyScopes.All).ExternalPower);
    }

    [Fact]
    public void ExternalPower_is_offline_if_a_program_inhibits_the_adapter()
    {
        var source = MacFixtures.Open(MacFixtures.Service("ExternalConnected = No", "AppleRawExternalConnected = Yes"));
        Assert.Equal(ExternalPower.Offline, source.ReadExternalPower());
        Assert.Equal(BatteryState.Discharging, source.ReadBatteries().Single().Snapshot.State);
    }

    [Fact]
    public void OpenNotifier_of_a_recording_does_not_support_events()
    {
        MacOSSource source = MacFixtures.Open(MacFixtures.Service("CycleCount = 5"));
        Assert.Equal("ioreg", source.Backend);
        using IChangeNotifier signal = source.OpenNotifier();
        Assert.False(signal.SupportsEvents);
        Assert.False(signal.Wait(0));
    }

    [Fact]
    public void TryRefresh_finds_the_battery_by_its_id()
    {
        var registry = new ChangingRegistry();
        registry.Services = [Service(0x222, 54, isInstalled: true), Service(0x333, 97, isInstalled: true)];
        List<BatteryDevice> batteries = new MacOSSource(registry).ReadBatteries();
        Assert.Equal(2, batteries.Count);
        registry.Services = [Service(0x333, 96, isInstalled: true)];
        Assert.False(batteries[0].TryRefresh());
        Assert.True(batteries[1].TryRefresh());
        batteries[1].Snapshot.AssertNumber(BatteryField.Percentage, 96);
        registry.Services = [Service(0x333, 0, isInstalled: false)];
        Assert.False(batteries[1].TryRefresh());
        batteries[1].Snapshot.AssertNumber(BatteryField.Percentage, 96);
    }

    [Fact]
    public void TryRefresh_converts_the_properties_of_one_service()
    {
        var registry = new ChangingRegistry { Services = [Service(0x222, 54, isInstalled: true), Service(0x333, 97, isInstalled: true)] };
        var source = new MacOSSource(registry);
        List<BatteryDevice> batteries = source.Read(SupplyScopes.All).Batteries;
        Assert.Equal(2, registry.Conversions);
        Assert.True(batteries[1].TryRefresh());
        Assert.Equal(3, registry.Conversions);
        source.Read(SupplyScopes.None);
        Assert.Equal(5, registry.Conversions);
    }

    [Theory]
    [InlineData("", "not a recording")]
    [InlineData("  \n", "not a recording")]
    [InlineData("Hello", "not a recording")]
    [InlineData("bplist00\u0001", "plutil")]
    [InlineData("<plist version=\"1.0\"><array><dict>", "incomplete")]
    [InlineData("<plist version=\"1.0\"><array><integer>5</integer></dict>", "is where a value is expected")]
    [InlineData("<plist><blink/></plist>", "no element <blink>")]
    public void Open_throws_for_an_invalid_dump(string dump, string problem)
    {
        var error = Assert.Throws<BatteryException>(() => MacFixtures.Open(dump));
        Assert.Equal(BatteryError.InvalidData, error.Code);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_reads_UTF16_and_a_byte_order_mark()
    {
        byte[] dump = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(MacFixtures.Service("CycleCount = 5"))];
        new MacOSSource(new MacOSRecordedBackend(dump)).ReadBatteries().Single().Snapshot.AssertNumber(BatteryField.CycleCount, 5);
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("\"CycleCount\" = 5")];
        new MacOSSource(new MacOSRecordedBackend(marked)).ReadBatteries().Single().Snapshot.AssertNumber(BatteryField.CycleCount, 5);
    }

    [Fact]
    public void Record_masks_serial_numbers_everywhere()
    {
        MacOSSource source = MacFixtures.Open(MacFixtures.Service(
            "BatterySerialNumber = \"D86-3\"", "FirmwareSerialNumber = 37805", "DeviceName = \"bq<20>&\"",
                "BatteryData = {\"Serial\"=\"F8Y\",\"CycleCount\"=5}",
            "AdapterDetails = {\"SerialString\"=\"C4H\",\"Watts\"=30}", "AppleRawAdapterDetails = ({\"SerialString\"=\"C4H\"})", "serial-number = \"E21\"",
                "MLBSerial = (\"G33\",{\"Part\"=\"H44\"})", "Peer = \"aa-bb-cc-dd-ee-ff\"", "ExternalConnected = Yes"));
        Recording recording = source.Record(keepsSerialNumbers: false);
        string text = Encoding.UTF8.GetString(recording.Devices.Single()["properties"]!.Bytes);
        Assert.All(["D86", "37805", "F8Y", "C4H", "E21", "G33", "H44", "aa-bb"], serialNumber => Assert.DoesNotContain(serialNumber, text,
            StringComparison.Ordinal));
        MacOSSource opened = new MacOSSource(new MacOSRecordedBackend(recording));
        BatterySnapshot battery = opened.ReadBatteries().Single().Snapshot;
        Assert.Equal(("***-*", "bq<20>&"), (battery.Text(BatteryField.SerialNumber), battery.Text(BatteryField.Model)));
        battery.AssertNumber(BatteryField.CycleCount, 5);
        Assert.Equal(30, opened.ReadAdapterPower().Value);
    }

    private static PropertyDictionary Service(long id, long percent, bool isInstalled) => new(new Dictionary<string, PropertyValue>
    {
        ["IORegistryEntryID"] = new PropertyScalar<long>(id),
        ["BatteryInstalled"] = new PropertyScalar<bool>(isInstalled),
        ["CurrentCapacity"] = new PropertyScalar<long>(percent),
        ["MaxCapacity"] = new PropertyScalar<long>(100),
    });

    private sealed class ChangingRegistry : IMacOSBackend
    {
        public List<PropertyDictionary> Services { get; set; } = [];

        public string Name => "test";

        public int Conversions { get; private set; }

        public List<PropertyDictionary> ReadServices() => [.. Services.Select(Convert)];

        public PropertyDictionary? ReadService(long id) =>
            Services.Find(service => service.Integer("IORegistryEntryID") == id) is { } service ? Convert(service) : null;

        // On the running system each properties dictionary that is returned was copied from CoreFoundation objects.
        private PropertyDictionary Convert(PropertyDictionary service)
        {
            Conversions++;
            return service;
        }

        public PowerSources? ReadPowerSources() => PowerSources.NotRecorded;

        public IChangeNotifier OpenNotifier() => new NullChangeNotifier();
    }
}
