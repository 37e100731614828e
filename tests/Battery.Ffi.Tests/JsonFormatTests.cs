using System.Text.Json;
using System.Text.Json.Nodes;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;
using Json.Schema;

namespace Battery.Ffi.Tests;

/// <summary>Batteries as JSON.</summary>
public sealed unsafe class JsonFormatTests : IDisposable
{
    private static readonly string s_schemaFile = Repository.At("docs", "battery.schema.json");
    private static readonly Lazy<JsonSchema> s_schema = new(static () => JsonSchema.FromText(File.ReadAllText(s_schemaFile)));
    private static readonly Lazy<string[]> s_keys = new(static () =>
        [.. JsonNode.Parse(File.ReadAllText(s_schemaFile))!["properties"]!.AsObject().Select(static property => property.Key)]);

    private readonly TemporaryTree _tree = new();

    public static TheoryData<string, string> Machines => [.. Fixture.All];

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(Machines))]
    public void C_and_Python_write_the_expected_values_by_the_schema(string machine, string system)
    {
        var fixture = new Fixture(machine, system);
        string[] arguments = fixture.System == "linux" ? ["json", fixture.Sysfs] : ["json", "--recording", fixture.Recording];
        string text = Run(CProgram.Build("metrics.c"), arguments);
        JsonArray batteries = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line))];
        Assert.All(batteries, static battery => AssertIsValid(battery!.AsObject()));
        foreach (JsonNode? battery in batteries)
        {
            Assert.InRange((double)battery!["timestamp_s"]!, 1.7e9, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 1);
            battery.AsObject().Remove("timestamp_s");
        }

        JsonObject expected = fixture.Expected;
        foreach (JsonNode? battery in expected["batteries"]!.AsArray())
        {
            // Of a value that is not known there is no key.
            foreach (string key in battery!.AsObject().Where(static pair => pair.Value is null).Select(static pair => pair.Key).ToList())
            {
                battery.AsObject().Remove(key);
            }
        }

        JsonObject actual = expected.DeepClone().AsObject();
        actual["batteries"] = batteries;
        actual["adapters"] ??= new JsonArray();
        ExpectedValues.AssertEqual(expected, actual, 1e-6, 0.5);
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        string python = Run("python3", [Repository.At("examples", "python", "metrics.py"), .. arguments]);
        Assert.Equal(MetricText.WithoutTime(text), MetricText.WithoutTime(python));
    }

    [Fact]
    public void Schema_describes_every_value_of_the_table() => Assert.Empty(TableValue.All.Select(static value => value.Key).Except(s_keys.Value));

    [Theory]
    [InlineData("{\"name\":\"BAT0\",\"kind\":\"battery\",\"scope\":\"system\"}")] // without a time
    [InlineData("{\"name\":\"BAT0\",\"timestamp_s\":1}")] // neither a battery nor a total
    [InlineData("{\"name\":\"BAT0\",\"kind\":\"battery\",\"scope\":\"system\",\"timestamp_s\":1,\"count\":2}")] // both
    [InlineData("{\"name\":\"BAT0\",\"kind\":\"battery\",\"scope\":\"system\",\"timestamp_s\":1,\"percentage\":null}")]
    [InlineData("{\"name\":\"BAT0\",\"kind\":\"battery\",\"scope\":\"system\",\"timestamp_s\":1,\"percentage\":101}")]
    [InlineData("{\"name\":\"BAT0\",\"kind\":\"battery\",\"scope\":\"system\",\"timestamp_s\":1,\"state\":\"Discharging\"}")]
    [InlineData("{\"name\":\"BAT0\",\"kind\":\"battery\",\"scope\":\"system\",\"timestamp_s\":1,\"time_to_empty_s\":1.5}")]
    public void Schema_refuses_what_is_wrong(string json) => Assert.False(Evaluate(json));

    [Fact]
    public void Format_escapes_strings_and_writes_sets_times_and_days()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Discharging", "MODEL_NAME=A\"B\\C", "ENERGY_NOW=10000000", "ENERGY_FULL=20000000",
            "POWER_NOW=7000000", "MANUFACTURE_YEAR=2021", "MANUFACTURE_MONTH=3", "MANUFACTURE_DAY=9");
        _tree.File("BAT0", "charge_types", "Fast Standard [Long_Life]\n");
        using var tree = new OpenTree(_tree.Sysfs);
        string text = MetricText.Of(tree.Single, MetricFormat.Json);
        JsonObject battery = JsonNode.Parse(text)!.AsObject();
        AssertIsValid(battery);
        Assert.Equal("A\"B\\C", (string?)battery["model"]);
        Assert.Equal("2021-03-09", (string?)battery["manufacture_date"]);
        Assert.Contains("\"available_charge_types\":[\"fast\",\"standard\",\"long-life\"]", text, StringComparison.Ordinal);
        Assert.Contains("\"time_to_empty_s\":5143,", text, StringComparison.Ordinal);
        Assert.Contains("\"signed_power_w\":-7,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
        Assert.DoesNotContain("voltage", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_truncates_like_snprintf()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "MODEL_NAME=ü");
        using var tree = new OpenTree(_tree.Sysfs);
        string whole = MetricText.Of(tree.Single, MetricFormat.Json);
        byte* buffer = stackalloc byte[8];
        new Span<byte>(buffer, 8).Fill(0xFF);
        Assert.True(NativeMethods.battery_format(tree.Single, MetricFormat.Json, buffer, 7) >= whole.Length);
        Assert.Equal("{\"name\0\uFFFD"u8[..7].ToArray(), new Span<byte>(buffer, 7).ToArray());
        Assert.Equal(0xFF, buffer[7]);
    }

    [Fact]
    public void Functions_refuse_invalid_arguments()
    {
        _tree.Supply("BAT0", "TYPE=Battery");
        using var tree = new OpenTree(_tree.Sysfs);
        byte* buffer = stackalloc byte[8];
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_format(tree.Single, 0, buffer, 8));
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_format(tree.Single, (MetricFormat)3, buffer, 8));
        Assert.StartsWith("3 is not a battery_metric_format; ", OpenTree.Message(), StringComparison.Ordinal);
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_format(tree.Single, MetricFormat.Json, null, 8));
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_format(tree.Single, MetricFormat.Json, buffer, -1));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_format(tree.Manager, MetricFormat.Json, buffer, 8));
        Assert.Equal(0, NativeMethods.battery_manager_format(tree.Manager, 0));
        Assert.Equal(BatteryError.InvalidArgument, NativeMethods.battery_last_error_code());
        Assert.Equal(0, NativeMethods.battery_manager_format(tree.Single, MetricFormat.Json));
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
    }

    [Fact]
    public void FormatAll_without_a_battery_is_empty()
    {
        _tree.Supply("hidpp", "TYPE=Unknown");
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal((string.Empty, string.Empty), (MetricText.All(tree.Manager, MetricFormat.Json), MetricText.All(tree.Manager, MetricFormat.Prometheus)));
    }

    private static void AssertIsValid(JsonObject battery)
    {
        Assert.True(Evaluate(battery.ToJsonString()), battery.ToJsonString());

        // The schema allows the keys of later versions.
        Assert.Empty(battery.Select(static pair => pair.Key).Except(s_keys.Value));
    }

    private static bool Evaluate(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return s_schema.Value.Evaluate(document.RootElement).IsValid;
    }

    private static string Run(string program, string[] arguments)
    {
        CommandResult result = Command.Run(program, arguments, null, ("PYTHONPATH", PythonPackage.Folder), ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return result.Output;
    }
}
