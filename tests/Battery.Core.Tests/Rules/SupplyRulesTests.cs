using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;
using Battery.Core.Sources;

namespace Battery.Core.Tests.Rules;

public class SupplyRulesTests
{
    [Theory]
    [InlineData("TYPE=Battery", BatteryKind.Battery)]
    [InlineData("TYPE=UPS", BatteryKind.Ups)]
    public void Kind_is_battery_or_UPS_by_type(string lines, BatteryKind kind) => Assert.Equal(kind, SupplyRules.Kind(UeventBuilder.Raw(lines)));

    [Theory]
    [InlineData("TYPE=Mains\nCAPACITY=5")]
    [InlineData("TYPE=USB")]
    [InlineData("TYPE=BMS\nCHARGE_FULL_DESIGN=3532000")]
    [InlineData("TYPE=Parallel\nSTATUS=Not charging")]
    [InlineData("TYPE=Unknown\nCAPACITY=42\nCHARGE_FULL=4000000")]
    [InlineData("ONLINE=1")]
    public void Kind_is_null_for_other_supplies(string lines) => Assert.Null(SupplyRules.Kind(UeventBuilder.Raw(lines)));

    [Theory]
    [InlineData("STATUS=Charging\nENERGY_NOW=5000000")]
    [InlineData("TYPE=\nENERGY_NOW=5000000")]
    public void Kind_is_battery_without_a_type_if_a_capacity_is_reported(string lines) =>
        Assert.Equal(BatteryKind.Battery, SupplyRules.Kind(UeventBuilder.Raw(lines)));

    [Theory]
    [InlineData("ENERGY_NOW=5000000", BatteryKind.Ups)]
    [InlineData("TYPE=Battery", BatteryKind.Battery)]
    public void Kind_without_a_type_is_that_of_an_earlier_reading(string lines, BatteryKind kind) =>
        Assert.Equal(kind, SupplyRules.Kind(UeventBuilder.Raw(lines), BatteryKind.Ups));

    // drivers/power/supply/pmu_battery.c sets no type (fixture ibook-pmu-battery).
    [Fact]
    public void Kind_of_the_battery_of_a_PowerPC_Mac_is_battery()
    {
        RawReading raw = UeventBuilder.Raw("TYPE=Unknown\nENERGY_FULL=3965000", "PMU_battery_0");
        Assert.Equal(BatteryKind.Battery, SupplyRules.Kind(raw));
        Assert.Equal((true, false), (SupplyRules.IsIncluded(raw, SupplyScopes.System), SupplyRules.IsIncluded(raw, SupplyScopes.Peripheral)));
    }

    [Theory]
    [InlineData("PRESENT=0\nCAPACITY=100", false)]
    [InlineData("PRESENT=1", true)]
    [InlineData("CAPACITY=100", true)]
    [InlineData("PRESENT=x", true)]
    public void IsPresent_is_false_only_if_reported(string lines, bool present) => Assert.Equal(present, SupplyRules.IsPresent(UeventBuilder.Raw(lines)));

    [Theory]
    [InlineData("SCOPE=Device", "BAT0", BatteryScope.Peripheral)]
    [InlineData("SCOPE=System", "hidpp_battery_0", BatteryScope.System)]
    [InlineData("CAPACITY=5", "hidpp_battery_0", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "ps-controller-battery-00:11:22:33:44:55", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "hid-00:11:22:33:44:55-battery", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "wacom_ac_0", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "sony_controller_battery_00:11:22:33:44:55", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "wiimote_battery_00:11:22:33:44:55", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "nintendo_switch_controller_battery_00:11:22:33:44:55", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "steam-controller-0000000000-battery", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "corsair-void-0-battery", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "asus-keyboard-0003:0B05:1234.0001-battery", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "steelseries_headset_battery_0", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "thunderstrike_0", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "xpadneo_battery_0", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "xpadneo_batt_00:11:22:33:44:55_0", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "gip0.0", BatteryScope.Peripheral)]
    [InlineData("SCOPE=Unknown", "wacom_battery_0", BatteryScope.Peripheral)]
    [InlineData("CAPACITY=5", "BAT1", BatteryScope.System)]
    [InlineData("CAPACITY=5", "macsmc-battery", BatteryScope.System)]
    public void Scope_depends_on_the_scope_and_then_on_the_name(string lines, string name, BatteryScope scope) =>
        Assert.Equal(scope, SupplyRules.Scope(UeventBuilder.Raw(lines, name)));

    [Theory]
    [InlineData(ExternalPower.Online, "TYPE=Mains\nONLINE=1")]
    [InlineData(ExternalPower.Online, "TYPE=USB\nONLINE=2")]
    [InlineData(ExternalPower.Online, "TYPE=Mains\nONLINE=0", "TYPE=USB_PD\nONLINE=1", "TYPE=USB\nONLINE=0")]
    [InlineData(ExternalPower.Online, "TYPE=Wireless\nONLINE=1")]
    [InlineData(ExternalPower.Offline, "TYPE=Mains\nONLINE=0", "TYPE=USB")]
    [InlineData(ExternalPower.Unknown, "TYPE=Mains")]
    [InlineData(ExternalPower.Unknown, "TYPE=Battery\nONLINE=1")]
    [InlineData(ExternalPower.Unknown, "TYPE=Mains\nSCOPE=Device\nONLINE=1")]
    [InlineData(ExternalPower.Unknown)]
    public void ExternalPower_is_online_if_one_adapter_is(ExternalPower expected, params string[] supplies) =>
        Assert.Equal(expected, SupplyRules.ExternalPower([.. supplies.Select(static lines =>
            SupplyRules.Adapter(UeventBuilder.Raw(lines))).OfType<Adapter>()]));

    // The controller of a Mac knows each of its inputs; a port stays online after it was unplugged (github.com/AsahiLinux/linux/issues/626).
    [Theory]
    [InlineData(ExternalPower.Offline, "0", "1")]
    [InlineData(ExternalPower.Online, "1", "0")]
    [InlineData(ExternalPower.Online, "", "1")]
    [InlineData(ExternalPower.Offline, "", "0")]
    public void ExternalPower_of_a_Mac_is_what_its_controller_reports(ExternalPower expected, string controller, string port)
    {
        Adapter[] adapters =
        [
            SupplyRules.Adapter(UeventBuilder.Raw($"TYPE=USB\nONLINE={port}", "tps6598x-source-psy-0-0038"))!,
            SupplyRules.Adapter(UeventBuilder.Raw($"TYPE=Mains\nONLINE={controller}", "macsmc-ac"))!,
        ];
        Assert.Equal(expected, SupplyRules.ExternalPower([.. adapters]));
        Assert.Equal(expected, SupplyRules.ExternalPower([.. adapters.Reverse()]));
    }

    [Theory]
    [InlineData("Charging", BatteryState.Charging)]
    [InlineData("Discharging", BatteryState.Discharging)]
    [InlineData("Full", BatteryState.Full)]
    [InlineData("Not charging", BatteryState.NotCharging)]
    [InlineData("not charging", BatteryState.NotCharging)]
    [InlineData("Unknown", BatteryState.Unknown)]
    [InlineData("Sleeping", BatteryState.Unknown)]
    public void The_state_is_as_reported(string status, BatteryState state) =>
        Assert.Equal(state, UeventBuilder.Snapshot($"STATUS={status}").State);

    [Theory]
    [InlineData(true, "STATUS=Charging")]
    [InlineData(true, "STATUS=Charging\nCURRENT_NOW=-500000")]
    [InlineData(true, "STATUS=Not charging\nCURRENT_NOW=500000")]
    [InlineData(true, "CURRENT_NOW=500000")]
    [InlineData(false, "STATUS=Discharging\nCURRENT_NOW=500000")]
    [InlineData(false, "STATUS=Empty\nCURRENT_NOW=500000")]
    [InlineData(false, "STATUS=Full")]
    [InlineData(false, "STATUS=Not charging\nCURRENT_NOW=-500000")]
    [InlineData(false, "CURRENT_AVG=500000")]
    [InlineData(false, "STATUS=Charging\nSCOPE=Device")]
    public void ProvesExternalPower_is_true_for_a_system_battery_that_gains_charge(bool expected, string lines)
    {
        var snapshot = new BatterySnapshot();
        RawReading raw = UeventBuilder.Raw(lines);
        BatteryRules.Apply(raw, BatteryKind.Battery, snapshot);
        Assert.Equal(expected, SupplyRules.ProvesExternalPower(raw, snapshot));
    }
}
