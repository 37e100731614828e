using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests;

/// <summary>The values of a machine in the form of <c>expected.json</c>.</summary>
internal static class Description
{
    /// <summary>What a source reads, as a fixture expects it.</summary>
    public static JsonObject Of(IPowerSupplySource source) => new()
    {
        ["external_power"] = Word($"{source.ReadExternalPower()}"),
        ["batteries"] = new JsonArray([.. source.ReadBatteries().Select(static battery => Of(battery.Snapshot))]),
        ["adapters"] = new JsonArray([.. source.Read(SupplyScopes.AdapterDetails).Adapters.Select(Of)]),
    };

    private static JsonObject Of(Adapter adapter) => new()
    {
        ["name"] = adapter.Name,
        ["type"] = Word($"{adapter.Type}"),
        ["is_online"] = adapter.IsOnline,
        ["voltage_v"] = Of(adapter.Voltage),
        ["current_a"] = Of(adapter.Current),
        ["max_power_w"] = Of(adapter.MaxPower),
    };

    private static JsonNode? Of(Measurement value) => value.IsKnown ? value.Value : null;

    /// <summary>The values of a battery.</summary>
    public static JsonObject Of(BatterySnapshot battery) =>
        new(TableValue.All.Select(value => KeyValuePair.Create(value.Key, Describe(battery, value))));

    private static JsonNode? Describe(BatterySnapshot battery, TableValue value)
    {
        var field = (BatteryField)value.Number;
        if (battery.QualityOf(field) != ValueQuality.Known)
        {
            return null;
        }

        return value.Kind switch
        {
            "Text" => battery.Text(field),
            "Date" => battery.Number(field).ToString("0000-00-00", CultureInfo.InvariantCulture),
            "Enumeration" => Word($"{Value(battery, value)}"),
            "Flags" => new JsonArray([.. $"{Value(battery, value)}".Split(", ").Select(static flag => Word(flag))]),
            _ => battery.Number(field),
        };
    }

    private static object Value(BatterySnapshot battery, TableValue value)
    {
        Type words = typeof(BatteryField).GetField(value.Name)!.GetCustomAttribute<ValueAttribute>()!.Enumeration!;
        return Enum.ToObject(words, battery.Code((BatteryField)value.Number));
    }

    private static string Word(string value) =>
        string.Concat(value.Select(static (c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant();
}
