using System.Text;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS.Dumps;

public class RegistryTextTests
{
    [Fact]
    public void Every_kind_of_value_is_read()
    {
        PropertyDictionary entry = Single("""
            +-o AppleSmartBattery@0  <class IOService:IOPMPowerSource:AppleSmartBattery, id 0x1000003c2, registered, matched, active, busy 0 (1 ms), retain 6>
                {
                  "Voltage" = 12017
                  "Amperage" = 18446744073709550397
                  "Negative" = -5
                  "Hexadecimal" = 0x1f
                  "IsCharging" = No
                  "FullyCharged" = Yes
                  "DeviceName" = "bq40z651"
                  "Quoted" = "a "quoted" text"
                  "Empty" = ""
                  "ManufacturerData" = <000aff>
                  "Spaced" = <00 0a ff>
                  "model" = <"MacBookPro18,3">
                  "Masked" = <aaa>
                  "Nothing" = {}
                  "CellVoltage" = (4175,4162,4164,0)
                  "Legend" = ({"Channels"=((7167869599145487988,6460407809,"BatteryCycleCount")),"Group"="Battery","Info"={"Unit"=0}})
                  "AdapterDetails" = {"IsWireless"=No,"Description"="pd charger, 87 W","Menu"=({"Index"=0},{"Index"=1}),"Watts"=87}
                }
            """);
        Assert.Equal("AppleSmartBattery", entry.Text(RegistryKeys.Name));
        Assert.Equal("AppleSmartBattery", entry.Text(RegistryKeys.Class));
        Assert.Equal(0x1000003c2, entry.Integer(RegistryKeys.Id));
        Assert.Equal(12017, entry.Integer("Voltage"));
        Assert.Equal(-1219, entry.Integer("Amperage"));
        Assert.Equal(-5, entry.Integer("Negative"));
        Assert.Equal(31, entry.Integer("Hexadecimal"));
        Assert.False(entry.Flag("IsCharging"));
        Assert.True(entry.Flag("FullyCharged"));
        Assert.Equal("bq40z651", entry.Text("DeviceName"));
        Assert.Equal("a \"quoted\" text", entry.Text("Quoted"));
        Assert.Equal(string.Empty, entry.Text("Empty"));
        Assert.Empty(entry.Dictionary("Nothing")!.Keys);
        Assert.Equal(4, entry.Array("CellVoltage").Items.Count);
        Assert.Equal("Battery", Dictionaries(entry, "Legend").Single().Text("Group"));
        PropertyDictionary adapter = entry.Dictionary("AdapterDetails")!;
        Assert.Equal("pd charger, 87 W", adapter.Text("Description"));
        Assert.Equal([0, 1], Dictionaries(adapter, "Menu").Select(static item => item.Integer("Index")));
        Assert.Equal(87, adapter.Integer("Watts"));

        // No rule reads data.
        Assert.All(["ManufacturerData", "Spaced", "model", "Masked"], key => Assert.Null(entry[key]));
    }

    // As a web page shows it (kb.mit.edu, "Checking an Apple laptop's battery life").
    [Fact]
    public void Read_reads_a_dictionary_with_spaces_beside_the_equals_signs()
    {
        PropertyDictionary entry = Single("\"Key\" = {\"Amperage\" =5,\"Flags\"= 4, \"List\" = (1,2),\"None\" ,\"Last\" = 7}").Dictionary("Key")!;
        Assert.Equal((5, 4, 7), (entry.Integer("Amperage"), entry.Integer("Flags"), entry.Integer("Last")));
        Assert.Equal(2, entry.Array("List").Items.Count);
        Assert.Null(entry["None"]);
    }

    [Theory]
    [InlineData("\"Key\" = 5")]
    [InlineData("      \"Key\" = 5\r")]
    [InlineData("  | |   |   \"Key\" = 5")]
    [InlineData("\t• \"Key\"=5")]
    [InlineData("\u00A0\u00A0\"Key\"= 5")]
    public void Read_reads_a_line_regardless_of_its_position_in_the_tree(string line) => Assert.Equal(5, Single(line).Integer("Key"));

    [Theory]
    [InlineData("ioreg -l | grep \"Key\" = 5")]
    [InlineData("\"Key\" 5")]
    [InlineData("\"Key")]
    [InlineData("\"\" = 5")]
    [InlineData("\"Key\" =")]
    [InlineData("\"Key\" = 5$")]
    [InlineData("[excerpt ends here]")]
    [InlineData("{")]
    public void Read_skips_other_lines(string line) =>
        Assert.DoesNotContain(Read(line).Items.Cast<PropertyDictionary>(), static entry => entry.Keys.Count > 0);

    [Fact]
    public void Read_keeps_the_complete_values_of_a_truncated_line()
    {
        PropertyDictionary data = Single("\"BatteryData\" = {\"CycleCount\"=253,\"AdapterPower\"=,\"Qmax\"=(4998,50").Dictionary("BatteryData")!;
        Assert.Equal(["CycleCount", "Qmax"], data.Keys);
        Assert.Equal(4998, Assert.IsType<PropertyScalar<long>>(data.Array("Qmax").Items.Single()).Value);
        Assert.Equal(["A"], Single("\"D\" = {\"A\"=1,\"B\"=125$").Dictionary("D")!.Keys);

        // 125 may have been 12500.
        Assert.Equal(["A"], Single("\"D\" = {\"A\"=1,\"B\"=125").Dictionary("D")!.Keys);
        Assert.Equal(["A"], Single("\"D\" = {\"A\"=1,\"B\"=\"bq20").Dictionary("D")!.Keys);
        Assert.Equal(["A"], Single("\"D\" = {\"A\"=1,\"B\"=<00ff").Dictionary("D")!.Keys);
    }

    [Fact]
    public void Read_nests_entries_by_indentation()
    {
        PropertyArray roots = Read("+-o A  <class X>\n  +-o B  <class X>\n  | +-o C  <class X>\n  +-o D  <class X>\n+-o E  <class X>\n");
        Assert.Equal(["A", "E"], roots.Items.Cast<PropertyDictionary>().Select(Name));
        var a = (PropertyDictionary)roots.Items[0];
        Assert.Equal(["B", "D"], Dictionaries(a, RegistryKeys.Children).Select(Name));
        Assert.Equal(["C"], Dictionaries(Dictionaries(a, RegistryKeys.Children).First(), RegistryKeys.Children).Select(Name));
    }

    [Fact]
    public void Read_finds_the_class_in_a_truncated_header()
    {
        PropertyDictionary entry = Single("+-o AppleSmartBattery  <class AppleSmartBattery, id 0x100000254, registered, ma$");
        Assert.Equal(("AppleSmartBattery", 0x100000254), (entry.Text(RegistryKeys.Class), entry.Integer(RegistryKeys.Id)));
        Assert.Equal("Apple", Single("+-o AppleSmartBattery  <class Apple").Text(RegistryKeys.Class));
    }

    [Fact]
    public void Read_throws_for_excessive_nesting()
    {
        foreach (string deep in new[] { "\"A\" = " + new string('(', 10_000), "\"A\" = " + string.Concat(Enumerable.Repeat("{\"A\"=", 10_000)) })
        {
            Assert.Contains("deep", Assert.Throws<BatteryException>(() => Read(deep)).Message, StringComparison.Ordinal);
        }

        string tree = string.Concat(Enumerable.Range(0, 1000).Select(static depth => $"{new string(' ', depth)}+-o A\n"));
        Assert.Contains("deep", Assert.Throws<BatteryException>(() => Read(tree)).Message, StringComparison.Ordinal);
    }

    private static string? Name(PropertyDictionary entry) => entry.Text(RegistryKeys.Name);

    private static IEnumerable<PropertyDictionary> Dictionaries(PropertyDictionary entry, string key) => entry.Array(key).Items.Cast<PropertyDictionary>();

    private static PropertyArray Read(string text) => RegistryText.Read(Encoding.UTF8.GetBytes(text));

    private static PropertyDictionary Single(string text) => Assert.IsType<PropertyDictionary>(Read(text).Items.Single());
}
