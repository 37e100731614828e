using Battery.Core.MacOS.Decoding;

namespace Battery.Core.Tests.MacOS.Decoding;

public class PropertyPathTests
{
    private const int MostPaths = 1000;

    // The layout of macOS 27: the capacities are in the pack below the service (tests/fixtures/macos/macbook-air-m2-macos-27).
    private static readonly PropertyDictionary s_service = PropertyLists.Of(
        ("IsCharging", true),
        ("FullyCharged", false),
        ("Amperage", -1219L),
        ("Serial", "F5D"),
        ("CellVoltage", PropertyLists.Array(4340, 4326, 4332)),
        ("AdapterDetails", PropertyLists.Of(("Watts", 87))),
        ("ChargerData", PropertyLists.Of(("NotChargingReason", 128))),
        ("LegacyBatteryInfo", PropertyLists.Of(("Current", 7556))),
        ("IORegistryEntryChildren", PropertyLists.Array(
            PropertyLists.Of(("IOObjectClass", "Other")),
            PropertyLists.Of(("BatteryData", PropertyLists.Of(("RemainingCapacity", 2994), ("CellVoltage", PropertyLists.Array(4340))))))));

    [Fact]
    public void Scalars_are_the_single_values_from_which_a_battery_is_decoded() => Assert.Equal(
        [
            "IsCharging", "FullyCharged", "Amperage", "Serial", "ChargerData/NotChargingReason", "LegacyBatteryInfo/Current",
            "IORegistryEntryChildren/0/IOObjectClass", "IORegistryEntryChildren/1/BatteryData/RemainingCapacity",
        ],
        PropertyPath.Scalars(s_service).Select(static path => string.Join('/', path.Keys)));

    [Fact]
    public void Scalars_include_every_pack_below_the_service()
    {
        PropertyDictionary service = PropertyLists.Of(
            ("IORegistryEntryChildren", PropertyLists.Array([.. Enumerable.Range(0, 10).Select(static i => PropertyLists.Of(("CycleCount", i)))])));
        Assert.Equal(Enumerable.Range(0, 10).Select(static i => (long?)i), PropertyPath.Scalars(service).Select(path => path.Number(service)));
    }

    [Fact]
    public void Scalars_end_at_a_thousand_wherever_they_are()
    {
        (string, object)[] many = [.. Enumerable.Range(0, 600).Select(static i => ($"Key{i}", (object)i))];
        Assert.Equal(MostPaths, PropertyPath.Scalars(PropertyLists.Of([("BatteryData", PropertyLists.Of(many)), .. many])).Count);
        Assert.Equal(MostPaths, PropertyPath.Scalars(PropertyLists.Of([.. many, ("BatteryData", PropertyLists.Of(many))])).Count);
        Assert.Equal(600, PropertyPath.Scalars(PropertyLists.Of(many)).Count);
    }

    [Theory]
    [InlineData("Voltage", "Voltage")]
    [InlineData("ChargerData/NotChargingReason", "ChargerData.NotChargingReason")]
    [InlineData("IORegistryEntryChildren/0/BatteryData/Voltage", "BatteryData.Voltage")]
    [InlineData("IORegistryEntryChildren/9/BatteryData/Voltage", "BatteryData.Voltage")]
    [InlineData("", "")]
    public void Name_is_the_key_with_its_dictionary(string keys, string name) => Assert.Equal(name, Path(keys).Name);

    [Theory]
    [InlineData("IsCharging", "Yes")]
    [InlineData("FullyCharged", "No")]
    [InlineData("Amperage", "-1219")]
    [InlineData("Serial", "F5D")]
    [InlineData("IORegistryEntryChildren/1/BatteryData/RemainingCapacity", "2994")]
    [InlineData("CycleCount", "")]
    public void Text_is_the_value_as_ioreg_writes_it(string keys, string text) => Assert.Equal(text, Path(keys).Text(s_service));

    [Theory]
    [InlineData("Amperage", -1219L)]
    [InlineData("LegacyBatteryInfo/Current", 7556L)]
    [InlineData("Serial", null)]
    public void Number_is_null_for_another_value(string keys, long? number) => Assert.Equal(number, Path(keys).Number(s_service));

    [Theory]
    [InlineData("IsCharging", false, null)]
    [InlineData("FullyCharged", true, null)]
    [InlineData("Amperage", -1218L, -1220L, null)]
    public void Changes_are_the_values_beside_it_and_none(string keys, params object?[] changes) =>
        Assert.Equal(changes, Path(keys).Changes(s_service).Select(Plain));

    [Fact]
    public void Changes_of_a_string_are_another_string_and_none()
    {
        object?[] changes = [.. Path("Serial").Changes(s_service).Select(Plain)];
        Assert.Equal(2, changes.Length);
        Assert.NotEqual("F5D", Assert.IsType<string>(changes[0]));
        Assert.Null(changes[1]);
    }

    // Nothing can be added to the largest number, and nothing subtracted from the smallest one.
    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Changes_of_a_number_at_the_limits_is_none_alone(long number) =>
        Assert.Equal([null], Path("Voltage").Changes(PropertyLists.Of(("Voltage", number))));

    [Theory]
    [InlineData("Amperage")]
    [InlineData("ChargerData/NotChargingReason")]
    [InlineData("IORegistryEntryChildren/1/BatteryData/RemainingCapacity")]
    public void Replace_gives_properties_that_differ_in_one_value(string keys)
    {
        string before = Values(s_service);
        string old = Line(keys, s_service);

        string replaced = Values(Path(keys).Replace(s_service, new PropertyScalar<long>(55)));
        string removed = Values(Path(keys).Replace(s_service, null));

        Assert.Equal(before.Replace(old, $"{keys}=55\n", StringComparison.Ordinal), replaced);
        Assert.Equal(before.Replace(old, "", StringComparison.Ordinal), removed);
        Assert.Equal(before, Values(s_service));
    }

    private static PropertyPath Path(string keys) => new(keys.Split('/'));

    private static string Values(PropertyDictionary service) =>
        string.Concat(PropertyPath.Scalars(service).Select(path => Line(string.Join('/', path.Keys), service)));

    private static string Line(string keys, PropertyDictionary service) => $"{keys}={Path(keys).Text(service)}\n";

    private static object? Plain(PropertyValue? value) => value switch
    {
        PropertyScalar<bool> flag => flag.Value,
        PropertyScalar<long> number => number.Value,
        PropertyScalar<string> text => text.Value,
        _ => null,
    };
}
