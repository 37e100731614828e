using Battery.Core.Explanation;
using Battery.Core.Linux;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Linux;

/// <summary>The charge limit of IdeaPads, which older kernels report beside the batteries.</summary>
public sealed class ConservationModeTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    // gnome-shell-extension-ideapad 12: an IdeaPad 3 rests at 89 % with 0 W and says that it charges.
    private readonly string[] _battery =
        ["TYPE=Battery", "STATUS=Charging", "ENERGY_FULL=35550000", "ENERGY_NOW=31750000", "POWER_NOW=0", "CAPACITY=89"];

    public ConservationModeTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("1", PowerFlow.Held, ChargeType.LongLife)]
    [InlineData("0", PowerFlow.Charging, ChargeType.Unknown)]
    [InlineData(null, PowerFlow.Charging, ChargeType.Unknown)]
    public void Flow_is_held_in_conservation_mode(string? mode, PowerFlow flow, ChargeType type)
    {
        SetMode(mode);
        BatterySnapshot battery = Read().Snapshot;
        Assert.Equal((flow, (int)type), (battery.PowerFlow, battery.Code(BatteryField.ChargeType)));
        Assert.Equal(mode == "1" ? ValueQuality.LimitWithoutNumber : ValueQuality.Missing, battery.QualityOf(BatteryField.ChargeLimit));
    }

    [Fact]
    public void TryRefresh_follows_the_mode()
    {
        SetMode("0");
        BatteryDevice battery = Read();
        SetMode("1");
        Assert.True(battery.TryRefresh());
        Assert.Equal(PowerFlow.Held, battery.Snapshot.PowerFlow);
        SetMode("0");
        Assert.True(battery.TryRefresh());
        Assert.Equal(PowerFlow.Charging, battery.Snapshot.PowerFlow);
    }

    [Fact]
    public void Time_to_full_does_not_apply_in_conservation_mode()
    {
        SetMode("1");
        _tree.Supply("BAT0", [.. _battery[..^2], "POWER_NOW=20000000"]);
        BatterySnapshot battery = Read().Snapshot;
        Assert.Equal((PowerFlow.Charging, ValueQuality.LimitInForce), (battery.PowerFlow, battery.QualityOf(BatteryField.TimeToFull)));
    }

    [Fact]
    public void Charge_type_of_the_battery_takes_precedence()
    {
        SetMode("1");
        _tree.File("BAT0", "charge_types", "Fast [Standard] Long_Life\n");
        Assert.Equal((int)ChargeType.Standard, Read().Snapshot.Code(BatteryField.ChargeType));
    }

    [Fact]
    public void Explanation_and_recording_have_the_mode()
    {
        SetMode("1");
        ValueExplanation explanation = Read().Explain(BatteryField.ChargeType)!;
        Assert.Contains(explanation.Sources, static source => source.ToString().Contains("conservation_mode", StringComparison.Ordinal));

        Recording recording = LinuxSource.Open(_tree.Sysfs).Record(keepsSerialNumbers: false);
        BatteryDevice recorded = new LinuxSource(new LinuxRecordedBackend(recording)).Read(SupplyScopes.System).Batteries.Single();
        Assert.Equal(PowerFlow.Held, recorded.Snapshot.PowerFlow);
    }

    private void SetMode(string? mode)
    {
        _tree.Supply("ADP0", "TYPE=Mains", "ONLINE=1").Supply("BAT0", _battery);
        string device = Path.Combine(_tree.Sysfs, "bus", "platform", "drivers", "ideapad_acpi", "VPC2004:00");
        Directory.CreateDirectory(device);
        if (mode is not null)
        {
            File.WriteAllText(Path.Combine(device, "conservation_mode"), mode + "\n");
        }
    }

    private BatteryDevice Read() => LinuxSource.Open(_tree.Sysfs).Read(SupplyScopes.System).Batteries.Single();
}
