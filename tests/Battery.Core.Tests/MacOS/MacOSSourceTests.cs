using Battery.Core.MacOS;
using Battery.Core.MacOS.PropertyLists;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Tests.MacOS;

public sealed class MacOSSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("battery-macos-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Adapter_watts_are_those_of_the_adapter_in_use()
    {
        const string adapter = "AdapterDetails = {\"IsWireless\"=No,\"FamilyCode\"=18446744073172697098,\"Watts\"=87,\"Current\"=4350,\"Description\"=\"pd charger\"}";
        Assert.Equal(87, Macs.Open(Macs.Service("ExternalConnected = Yes", adapter)).ReadAdapterPower().Value);
        Assert.Equal(Reason.NotInThisState, Macs.Open(Macs.Service("ExternalConnected = No", adapter)).ReadAdapterPower().Reason);
        Assert.Equal(Reason.Missing, Macs.Open(Macs.Service("ExternalConnected = Yes", "AdapterDetails = {\"FamilyCode\"=0}")).ReadAdapterPower().Reason);
        Assert.Equal(Reason.ReportedUnknown, Macs.Open(Macs.Service("ExternalConnected = Yes", "AdapterDetails = {\"Watts\"=0}")).ReadAdapterPower().Reason);
        Assert.Equal(Reason.OutOfRange, Macs.Open(Macs.Service("ExternalConnected = Yes", "AdapterDetails = {\"Watts\"=18446744073709551615}")).ReadAdapterPower().Reason);
    }

    [Theory]
    [InlineData("ExternalConnected = Yes", ExternalPower.Online)]
    [InlineData("ExternalConnected = No", ExternalPower.Offline)]
    [InlineData("AppleRawExternalConnected = Yes", ExternalPower.Online)]
    [InlineData("CycleCount = 5", ExternalPower.Unknown)]
    public void External_power_is_told_by_the_service(string line, ExternalPower power) =>
        Assert.Equal(power, Macs.Open(Macs.Service(line)).ReadExternalPower());

    [Fact]
    public void An_adapter_that_a_program_inhibits_does_not_feed_the_machine()
    {
        var source = Macs.Open(Macs.Service("ExternalConnected = No", "AppleRawExternalConnected = Yes"));
        Assert.Equal(ExternalPower.Offline, source.ReadExternalPower());
        Assert.Equal(BatteryState.Discharging, source.ReadBatteries().Single().Snapshot.State);
    }

    [Fact]
    public void A_recording_announces_nothing()
    {
        MacOSSource source = Macs.Open(Macs.Service("CycleCount = 5"));
        Assert.Equal("ioreg", source.Backend);
        using IChangeSignal signal = source.OpenSignal();
        Assert.False(signal.CanAnnounce);
        Assert.False(signal.Block(0));
    }

    [Fact]
    public void A_refresh_finds_the_battery_by_its_id_and_sees_it_go()
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
    public void A_file_is_opened_and_one_that_cannot_be_says_why()
    {
        string path = Path.Combine(_folder, "mac.txt");
        File.WriteAllText(path, Macs.Service("CycleCount = 5"));
        MacOSSource.FromRecording(path).ReadBatteries().Single().Snapshot.AssertNumber(BatteryField.CycleCount, 5);
        AssertFails(BatteryError.NotFound, "no such file", Path.Combine(_folder, "none.txt"));
        AssertFails(BatteryError.NotFound, "no such file", Path.Combine(_folder, "none", "none.txt"));
        AssertFails(BatteryError.PermissionDenied, "folder", _folder);
        foreach ((string content, string problem) in new[]
            {
                ("", "empty"), ("  \n", "empty"), ("bplist00\u0001", "plutil"), ("Hello", "neither"), ("<plist version=\"1.0\"><array><dict>", "too early"),
                ("<plist version=\"1.0\"><array><integer>5</integer></dict>", "stands where a value belongs"), ("<plist><blink/></plist>", "no element <blink>"),
            })
        {
            File.WriteAllText(path, content);
            AssertFails(BatteryError.InvalidArgument, problem, path);
        }
    }

    [Fact]
    public void A_file_that_never_ends_is_refused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "needs a file that never ends");
        AssertFails(BatteryError.InvalidArgument, "longer than", "/dev/zero");
    }

    private static void AssertFails(BatteryError code, string problem, string path)
    {
        var error = Assert.Throws<BatteryException>(() => MacOSSource.FromRecording(path));
        Assert.Equal(code, error.Code);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    private static PropertyDictionary Service(long id, long percent, bool isInstalled) => new(new Dictionary<string, PropertyValue>
    {
        ["IORegistryEntryID"] = new PropertyScalar<long>(id),
        ["BatteryInstalled"] = new PropertyScalar<bool>(isInstalled),
        ["CurrentCapacity"] = new PropertyScalar<long>(percent),
        ["MaxCapacity"] = new PropertyScalar<long>(100),
    });

    private sealed class ChangingRegistry : IBatteryRegistry
    {
        public List<PropertyDictionary> Services { get; set; } = [];

        public string Backend => "test";

        public List<PropertyDictionary> ReadServices() => Services;

        public IChangeSignal OpenSignal() => new QuietSignal();
    }
}
