using System.Text;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Explanations over the C ABI. Their content is tested in Battery.Core.</summary>
public sealed unsafe class ExplanationTests : IDisposable
{
    private const string Expected = "EnergyRate 4.83 W: current_now 412000 µA × voltage_now 11723000 µV (power_now is not reported)";

    private readonly TemporaryTree _tree = new();

    public ExplanationTests() =>
        _tree.Supply("BAT0", ["TYPE=Battery", "STATUS=Discharging", "PRESENT=1", "CAPACITY=50", "CURRENT_NOW=412000", "VOLTAGE_NOW=11723000"]);

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Explain_gives_the_value_and_its_rule_in_one_line()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal(Expected, Explain(tree.Single, BatteryField.EnergyRate));
        Assert.Equal("State Discharging: status Discharging", Explain(tree.Single, BatteryField.State));
        Assert.Equal("Temperature unknown: temp is not reported", Explain(tree.Single, BatteryField.Temperature));
    }

    [Fact]
    public void Explain_truncates_as_snprintf_does()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        byte[] buffer = [.. Enumerable.Repeat((byte)'x', 12)];
        fixed (byte* start = buffer)
        {
            Assert.Equal(Encoding.UTF8.GetByteCount(Expected), NativeMethods.battery_explain(tree.Single, BatteryField.EnergyRate, start, 10));
        }

        Assert.Equal("EnergyRat\0xx", Encoding.UTF8.GetString(buffer));
        Assert.Equal(Encoding.UTF8.GetByteCount(Expected), NativeMethods.battery_explain(tree.Single, BatteryField.EnergyRate, null, 0));
    }

    [Fact]
    public void ExplainSources_gives_a_line_for_each_source()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal("current_now\t412000\tµA\nvoltage_now\t11723000\tµV\n", Sources(tree.Single, BatteryField.EnergyRate));
        Assert.Equal("temp\t\t\n", Sources(tree.Single, BatteryField.Temperature));
    }

    [Fact]
    public void IsDerived_distinguishes_what_a_rule_computed()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal(1, NativeMethods.battery_is_derived(tree.Single, BatteryField.EnergyRate));
        Assert.Equal(0, NativeMethods.battery_is_derived(tree.Single, BatteryField.Percentage));
        Assert.Equal(0, NativeMethods.battery_is_derived(tree.Single, BatteryField.Temperature));
    }

    [Fact]
    public void Explain_reads_the_battery_once_until_it_is_refreshed()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        Explain(tree.Single, BatteryField.Percentage);
        _tree.Supply("BAT0", ["TYPE=Battery", "STATUS=Discharging", "PRESENT=1", "CAPACITY=49"]);
        Assert.Equal("Percentage 50 %: capacity 50 %", Explain(tree.Single, BatteryField.Percentage));
        Assert.Equal(0, NativeMethods.battery_manager_refresh(tree.Manager, tree.Single));
        Assert.Equal("Percentage 49 %: capacity 49 %", Explain(tree.Single, BatteryField.Percentage));
    }

    [Fact]
    public void Explain_of_a_battery_that_was_removed_is_an_error()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        Directory.Delete(Path.Combine(_tree.Sysfs, "class", "power_supply", "BAT0"), recursive: true);
        Assert.Equal((int)BatteryError.NotFound, NativeMethods.battery_explain(tree.Single, BatteryField.State, null, 0));
        Assert.Equal(BatteryError.NotFound, NativeMethods.battery_last_error_code());
    }

    [Fact]
    public void Explain_refuses_what_is_no_battery_no_field_or_no_buffer()
    {
        using var tree = new OpenTree(_tree.Sysfs);
        byte one;
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_explain(0, BatteryField.State, null, 0));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_is_derived(tree.Manager, BatteryField.State));
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_explain(tree.Single, (BatteryField)999, null, 0));
        Assert.StartsWith("999 is not a battery_field; ", OpenTree.Message(), StringComparison.Ordinal);
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_explain(tree.Single, BatteryField.State, null, 10));
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_explain_sources(tree.Single, BatteryField.State, &one, -1));
    }

    [Fact]
    public void Python_explains_one_value_or_all()
    {
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        CommandResult result = Command.Run(
            "python3",
            ["-c", """
                import sys, battery
                with battery.Manager(recording=sys.argv[1]) as manager:
                    one = manager.explain("BAT0", battery.Field.ENERGY_RATE)[battery.Field.ENERGY_RATE]
                    print(one.text, one.is_derived, [(source.name, source.value, source.unit) for source in one.sources])
                    print(len(manager.explain("BAT0")) == len(battery.Field))
                    try:
                        manager.explain("nobody")
                    except battery.BatteryError as error:
                        print(error.code.name, error)
                """, _tree.Sysfs],
            null,
            ("PYTHONPATH", PythonPackage.Folder), ("BATTERY_LIBRARY", NativeLibraryFile.FullName), ("PYTHONIOENCODING", "utf-8"));
        Assert.Equal(
            $"{Expected} True [('current_now', '412000', 'µA'), ('voltage_now', '11723000', 'µV')]\nTrue\nNOT_FOUND there is no battery nobody\n",
            result.Output.ReplaceLineEndings("\n"));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    private static string Explain(nint battery, BatteryField field) => Text(battery, field, &Line);

    private static string Sources(nint battery, BatteryField field) => Text(battery, field, &Lines);

    private static int Line(nint battery, BatteryField field, byte* buffer, int size) => NativeMethods.battery_explain(battery, field, buffer, size);

    private static int Lines(nint battery, BatteryField field, byte* buffer, int size) => NativeMethods.battery_explain_sources(battery, field, buffer, size);

    private static string Text(nint battery, BatteryField field, delegate*<nint, BatteryField, byte*, int, int> write)
    {
        byte[] buffer = new byte[1024];
        fixed (byte* start = buffer)
        {
            return Encoding.UTF8.GetString(buffer, 0, write(battery, field, start, buffer.Length));
        }
    }
}
