using Battery.Core.MacOS.Dumps;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Tests.MacOS.Dumps;

/// <summary>Finding the battery in what ioreg printed: of one service, of the whole registry, in all its forms.</summary>
public class BatteryServicesTests
{
    [Fact]
    public void Find_returns_at_most_64_services()
    {
        string dump = string.Concat(Enumerable.Range(0, 100).Select(static i => $"+-o AppleSmartBattery  <class AppleSmartBattery, id 0x{i + 1:x}>\n"));
        Assert.Equal(64, BatteryServices.Find(RegistryDump.Read(System.Text.Encoding.UTF8.GetBytes(dump))).Count);
    }

    private const string WholeText = """
        +-o Root  <class IORegistryEntry, id 0x100000100, retain 30>
          | {
          |   "IOKitBuildVersion" = "Darwin Kernel Version 24.6.0"
          |   "IOConsoleUsers" = ({"kCGSSessionOnConsoleKey"=Yes,"kSCSecuritySessionID"=100018})
          | }
          | 
          +-o J414sAP  <class IOPlatformExpertDevice, id 0x100000210, registered, matched, active, busy 0 (1163 ms), retain 38>
            | {
            |   "model" = <"MacBookPro18,3">
            |   "DesignCapacity" = 1
            | }
            | 
            +-o AppleSmartBatteryManager  <class AppleSmartBatteryManager, id 0x1000003a0, registered, matched, active, busy 0 (4 ms), retain 9>
            | | {
            | |   "CurrentCapacity" = 1
            | | }
            | | 
            | +-o AppleSmartBattery  <class AppleSmartBattery, id 0x1000003a1, registered, matched, active, busy 0 (4 ms), retain 11>
            |   | {
            |   |   "CurrentCapacity" = 42
            |   |   "MaxCapacity" = 100
            |   |   "ExternalConnected" = No
            |   | }
            |   | 
            |   +-o AppleSmartBatteryPack  <class AppleSmartBatteryPack, id 0x1000003a2, registered>
            |       {
            |         "BatteryData" = {"VirtualTemperature"=2989,"CurrentCapacity"=43}
            |       }
            | 
            +-o AppleSMC  <class AppleSMC, id 0x1000003b0, registered>
                {
                  "MaxCapacity" = 9
                }
        """;

    [Fact]
    public void Find_returns_the_service_in_a_whole_registry_as_text()
    {
        BatterySnapshot battery = MacFixtures.Open(WholeText).ReadBatteries().Single().Snapshot;
        battery.AssertNumber(BatteryField.Percentage, 42);
        battery.AssertNumber(BatteryField.Temperature, 29.89);
    }

    [Fact]
    public void Find_returns_the_service_in_a_whole_registry_as_XML()
    {
        const string whole = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
            	<key>IOObjectClass</key><string>IORegistryEntry</string>
            	<key>IORegistryEntryChildren</key>
            	<array>
            		<dict>
            			<key>IOObjectClass</key><string>AppleSmartBatteryManager</string>
            			<key>CurrentCapacity</key><integer>1</integer>
            			<key>IORegistryEntryChildren</key>
            			<array>
            				<dict>
            					<key>BatteryInstalled</key><true/>
            					<key>CurrentCapacity</key><integer>42</integer>
            					<key>MaxCapacity</key><integer>100</integer>
            					<key>IOObjectClass</key><string>AppleSmartBattery</string>
            					<key>IORegistryEntryName</key><string>AppleSmartBattery</string>
            				</dict>
            			</array>
            		</dict>
            	</array>
            </dict>
            </plist>
            """;
        MacFixtures.Open(whole).ReadBatteries().Single().Snapshot.AssertNumber(BatteryField.Percentage, 42);
    }

    [Fact]
    public void Find_returns_a_service_for_lines_selected_with_grep()
    {
        BatterySnapshot battery =
            MacFixtures.Open("    | |           \"DesignCapacity\" = 6075\n"
                + "    | |           \"AppleRawMaxCapacity\" = 5704\n").ReadBatteries().Single().Snapshot;
        battery.AssertNumber(BatteryField.ChargeFull, 5.704);
        battery.AssertNumber(BatteryField.StateOfHealth, 100 * 5704 / 6075.0);
    }

    [Fact]
    public void Find_returns_a_service_for_lines_with_typographic_quotes()
    {
        BatterySnapshot battery = MacFixtures.Open("  • “MaxCapacity” = 8112\n  • “LegacyBatteryInfo” = {“Amperage”=18446744073709550084,”Flags”=4}\n"
            + "  • “CycleCount” = 325\n").ReadBatteries().Single().Snapshot;
        battery.AssertNumber(BatteryField.ChargeFull, 8.112);
        battery.AssertNumber(BatteryField.CycleCount, 325);
    }

    [Fact]
    public void Find_returns_a_service_once_that_is_in_two_places()
    {
        string service = MacFixtures.Service("CurrentCapacity = 42", "MaxCapacity = 100");
        Assert.Single(MacFixtures.Open(service + service).ReadBatteries());
    }

    [Fact]
    public void Read_gives_two_batteries_for_two_services()
    {
        string two = MacFixtures.Service("CycleCount = 1") + MacFixtures.Service("CycleCount = 2").Replace("0x100000222", "0x100000333",
            StringComparison.Ordinal);
        List<BatteryDevice> batteries = MacFixtures.Open(two).ReadBatteries();
        Assert.Equal(["InternalBattery-0", "InternalBattery-1"], batteries.Select(static battery => battery.Snapshot.Name));
        Assert.All(batteries, static battery => Assert.True(battery.TryRefresh()));
        batteries[1].Snapshot.AssertNumber(BatteryField.CycleCount, 2);
    }

    [Fact]
    public void Read_gives_nothing_for_a_registry_without_a_battery()
    {
        Assert.Empty(MacFixtures.Open("<plist version=\"1.0\"><array/></plist>").ReadBatteries());
        var iMac = MacFixtures.Open("+-o Root  <class IORegistryEntry, id 0x100000100>\n  {\n    \"CurrentCapacity\" = 5\n  }\n");
        Assert.Empty(iMac.ReadBatteries());
        Assert.Equal(ExternalPower.Unknown, iMac.ReadExternalPower());
        Assert.Equal(ValueQuality.Missing, iMac.ReadAdapterPower().Quality);
    }
}
