using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

/// <summary>Each case is of a machine in a public tracker, or of a driver; the comment names it.</summary>
public class PowerFlowRuleTests
{
    // 50 Wh, so that 1 % of the capacity an hour is 0.5 W.
    private const string Full = "ENERGY_FULL=50000000\n";

    [Theory]

    // wennaspeedy/batt_consumption_wattmetter #1: ThinkPad X1 Extreme, 94.5 % between 90 and 95.
    [InlineData("STATUS=Not charging\nENERGY_NOW=47250000\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=90\nCHARGE_CONTROL_END_THRESHOLD=95")]

    // linrunner/TLP #517: ThinkPad T14, 65 % between 40 and 80, an old kernel says Unknown.
    [InlineData("STATUS=Unknown\nENERGY_NOW=32500000\nPOWER_NOW=0\nCHARGE_START_THRESHOLD=40\nCHARGE_STOP_THRESHOLD=80")]

    // linrunner/TLP #765: Framework 13 at its limit; the firmware says Discharging, or Charging, with 0 W.
    [InlineData("STATUS=Discharging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=75\nCHARGE_CONTROL_END_THRESHOLD=80")]
    [InlineData("STATUS=Charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=75\nCHARGE_CONTROL_END_THRESHOLD=80")]

    // omacom/omarchy pull request #7895: an ASUS at its limit charges with less than 0.2 W, and has an end threshold only.
    [InlineData("STATUS=Charging\nCAPACITY=80\nPOWER_NOW=150000\nCHARGE_CONTROL_END_THRESHOLD=80")]

    // linrunner/TLP #431: ThinkPad T440p, stopped at 84.5 % of 85 %.
    [InlineData("STATUS=Unknown\nENERGY_NOW=42250000\nPOWER_NOW=0\nCHARGE_STOP_THRESHOLD=85")]

    // linrunner/TLP #540: the limit was lowered to 75 at 93 %.
    [InlineData("STATUS=Not charging\nENERGY_NOW=46550000\nPOWER_NOW=0\nCHARGE_START_THRESHOLD=75\nCHARGE_STOP_THRESHOLD=75")]

    // linrunner/TLP #623: ThinkPad E590 with the default of 96 and 100 rests until it falls below 96 %.
    [InlineData("STATUS=Not charging\nCAPACITY=97\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=96\nCHARGE_CONTROL_END_THRESHOLD=100")]

    // AvengeMedia/DankMaterialShell #3278: IdeaPad, a limit without a number.
    [InlineData("STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_TYPES=Long Life")]
    public void Flow_is_held_if_a_limit_explains_that_nothing_flows(string lines) => AssertFlow(PowerFlow.Held, lines);

    [Theory]

    // Far below the limit.
    [InlineData("STATUS=Not charging\nCAPACITY=60\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=86\nCHARGE_CONTROL_END_THRESHOLD=90")]

    // omacom/omarchy #7374: ThinkPad T14s with a hardware fault, 42 %, no limit; with a limit of 80, too.
    [InlineData("STATUS=Not charging\nCAPACITY=42\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=0\nCHARGE_CONTROL_END_THRESHOLD=100")]
    [InlineData("STATUS=Not charging\nCAPACITY=42\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=0\nCHARGE_CONTROL_END_THRESHOLD=80")]

    // omacom/omarchy #7803: a dead battery.
    [InlineData("STATUS=Not charging\nENERGY_NOW=0\nCAPACITY=0\nPOWER_NOW=0\nVOLTAGE_NOW=2296000\nCHARGE_CONTROL_END_THRESHOLD=80")]

    // omacom/omarchy #10193: a MacBook at 94.7 %, without a limit.
    [InlineData("STATUS=Not charging\nENERGY_NOW=47370000\nPOWER_NOW=0")]

    // thinkpad_acpi: both thresholds 0 are 'off'. msi-ec #56: −10 and −138. samsung-galaxybook: 78,497,792.
    [InlineData("STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=0\nCHARGE_CONTROL_END_THRESHOLD=0")]
    [InlineData("STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=-10\nCHARGE_CONTROL_END_THRESHOLD=-138")]
    [InlineData("STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_END_THRESHOLD=78497792")]
    [InlineData("STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=75\nCHARGE_CONTROL_END_THRESHOLD=0")]

    // A fixed limit holds at 50 % or more.
    [InlineData("STATUS=Not charging\nCAPACITY=30\nPOWER_NOW=0\nCHARGE_TYPES=Long Life")]
    [InlineData("STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_TYPES=Standard")]
    public void Flow_is_idle_if_no_limit_explains_that_nothing_flows(string lines) => AssertFlow(PowerFlow.Idle, lines);

    [Theory]

    // AYANEO with charging inhibited: 'Charging' with 0 W. thinkpad_acpi and cros_charge-control say Not charging.
    [InlineData("STATUS=Charging\nCAPACITY=60\nPOWER_NOW=0\nCHARGE_BEHAVIOUR=inhibit-charge")]
    [InlineData("STATUS=Not charging\nCAPACITY=60\nCHARGE_BEHAVIOUR=[inhibit-charge] auto force-discharge")]
    [InlineData("STATUS=Not charging\nCAPACITY=60\nCHARGE_BEHAVIOUR=inhibit-charge-awake")]

    // Bypass: external power does not pass through the battery.
    [InlineData("STATUS=Not charging\nCAPACITY=60\nCHARGE_TYPE=Bypass")]
    public void Flow_is_inhibited_if_charging_is_inhibited_and_nothing_flows(string lines) => AssertFlow(PowerFlow.Inhibited, lines);

    [Theory]
    [InlineData("STATUS=Charging\nCAPACITY=60\nPOWER_NOW=10000000\nCHARGE_BEHAVIOUR=inhibit-charge", PowerFlow.Charging)]
    [InlineData("STATUS=Not charging\nCAPACITY=60\nPOWER_NOW=0\nCHARGE_BEHAVIOUR=auto", PowerFlow.Idle)]
    [InlineData("STATUS=Discharging\nCAPACITY=60\nPOWER_NOW=9000000\nCHARGE_BEHAVIOUR=force-discharge", PowerFlow.DischargingOnExternalPower)]
    public void Flow_follows_the_power_if_there_is_one_whatever_the_behavior_is(string lines, PowerFlow flow) => AssertFlow(flow, lines);

    [Theory]
    [InlineData("STATUS=Full\nCAPACITY=100\nPOWER_NOW=0")]

    // Full above a limit, and with the current of a trickle charge.
    [InlineData("STATUS=Full\nCAPACITY=100\nPOWER_NOW=0\nCHARGE_CONTROL_END_THRESHOLD=80")]
    [InlineData("STATUS=Full\nCAPACITY=80\nCHARGE_CONTROL_END_THRESHOLD=80\nCHARGE_BEHAVIOUR=inhibit-charge")]
    [InlineData("STATUS=Full\nCAPACITY=100\nPOWER_NOW=279000\nCURRENT_NOW=-62000\nVOLTAGE_NOW=4400000")]

    // Firmware that says Discharging with 0 A at 100 %; others say Not charging or Unknown.
    [InlineData("STATUS=Discharging\nCAPACITY=100\nCURRENT_NOW=0\nVOLTAGE_NOW=12000000")]
    [InlineData("STATUS=Not charging\nCAPACITY=100\nPOWER_NOW=0")]
    [InlineData("STATUS=Unknown\nCAPACITY=100\nPOWER_NOW=0")]
    [InlineData("STATUS=Not charging\nCAPACITY=100\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=96\nCHARGE_CONTROL_END_THRESHOLD=100")]
    public void Flow_is_full_if_the_state_is_or_nothing_flows_at_the_top(string lines) => AssertFlow(PowerFlow.Full, lines);

    [Theory]

    // omacom/omarchy #13015: MacBook Pro on a weak USB-C charger.
    [InlineData("STATUS=Discharging\nCAPACITY=71\nPOWER_NOW=10927000")]

    // DHowett/framework-laptop-kmod #30: drained to a limit that was lowered.
    [InlineData("STATUS=Discharging\nCAPACITY=70\nPOWER_NOW=9000000\nCHARGE_CONTROL_END_THRESHOLD=50")]

    // Tablets on a weak charger: Charging with a negative current. qcom-battmgr reports a signed power and no current.
    [InlineData("STATUS=Charging\nCAPACITY=36\nCURRENT_NOW=-412000\nVOLTAGE_NOW=7650000")]
    [InlineData("STATUS=Charging\nCAPACITY=36\nPOWER_NOW=-5000000")]
    [InlineData("STATUS=Unknown\nCAPACITY=36\nPOWER_NOW=-5000000")]
    [InlineData("STATUS=Not charging\nCAPACITY=80\nCURRENT_NOW=-412000\nVOLTAGE_NOW=7650000\nCHARGE_CONTROL_END_THRESHOLD=80")]
    public void Flow_is_discharging_on_external_power_if_the_battery_loses_energy(string lines) =>
        AssertFlow(PowerFlow.DischargingOnExternalPower, lines);

    [Theory]
    [InlineData("STATUS=Charging\nCAPACITY=40\nPOWER_NOW=20000000")]

    // greshake/i3status-rust #1829: 85 % with a current of 0, and just after plugging in.
    [InlineData("STATUS=Charging\nCAPACITY=85\nCURRENT_NOW=0\nVOLTAGE_NOW=12450000")]
    [InlineData("STATUS=Charging\nCAPACITY=40\nPOWER_NOW=0\nCHARGE_CONTROL_END_THRESHOLD=80")]

    // FrameworkComputer/SoftwareFirmwareIssueTracker #67: firmware that ignores the limit.
    [InlineData("STATUS=Charging\nCAPACITY=90\nPOWER_NOW=20000000\nCHARGE_CONTROL_END_THRESHOLD=80")]
    [InlineData("STATUS=Unknown\nCAPACITY=40\nCURRENT_NOW=1500000\nVOLTAGE_NOW=12000000")]
    [InlineData("STATUS=Charging\nCAPACITY=40")]
    public void Flow_is_charging_if_the_battery_gains_energy_or_the_state_says_so(string lines) => AssertFlow(PowerFlow.Charging, lines);

    [Theory]
    [InlineData("STATUS=Discharging\nCAPACITY=80\nPOWER_NOW=9000000\nCHARGE_CONTROL_END_THRESHOLD=80", PowerFlow.Discharging)]
    [InlineData("STATUS=Discharging\nCAPACITY=80\nPOWER_NOW=9000000\nCHARGE_BEHAVIOUR=inhibit-charge", PowerFlow.Discharging)]

    // The state before the adapter was removed.
    [InlineData("STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_END_THRESHOLD=80", PowerFlow.Discharging)]
    [InlineData("STATUS=Full\nCAPACITY=100\nPOWER_NOW=9000000", PowerFlow.Discharging)]
    [InlineData("STATUS=Full\nCAPACITY=100\nPOWER_NOW=0", PowerFlow.Full)]
    [InlineData("STATUS=Discharging\nCAPACITY=80\nPOWER_NOW=0", PowerFlow.Discharging)]
    [InlineData("STATUS=Unknown\nCAPACITY=80", PowerFlow.Unknown)]
    public void Flow_is_discharging_without_external_power_whatever_the_limits_are(string lines, PowerFlow flow) =>
        AssertFlow(flow, lines, ExternalPower.Offline);

    [Theory]

    // ThinkPads with two batteries: one waits for its turn. greshake/i3status-rust #1431: a battery at 5 % is no longer used.
    [InlineData("STATUS=Unknown\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=75\nCHARGE_CONTROL_END_THRESHOLD=80", ExternalPower.Offline)]
    [InlineData("STATUS=Not charging\nCAPACITY=5\nPOWER_NOW=0", ExternalPower.Offline)]
    [InlineData("STATUS=Discharging\nCAPACITY=80\nPOWER_NOW=0", ExternalPower.Offline)]
    [InlineData("STATUS=Discharging\nCAPACITY=80\nPOWER_NOW=0", ExternalPower.Unknown)]
    [InlineData("STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_END_THRESHOLD=80", ExternalPower.Unknown)]
    [InlineData("STATUS=Not charging\nCAPACITY=40\nPOWER_NOW=0", ExternalPower.Online)]
    [InlineData("STATUS=Charging\nCAPACITY=40\nPOWER_NOW=0", ExternalPower.Online)]
    public void Flow_is_idle_while_another_battery_is_in_use(string lines, ExternalPower power) =>
        AssertFlow(PowerFlow.Idle, lines, power, isOtherActive: true);

    // omacom/omarchy pull request #7186: ThinkPad T480, one is held while the other charges.
    [Fact]
    public void Flow_is_held_while_another_battery_charges() => AssertFlow(
        PowerFlow.Held,
        "STATUS=Not charging\nCAPACITY=90\nPOWER_NOW=0\nCHARGE_CONTROL_START_THRESHOLD=85\nCHARGE_CONTROL_END_THRESHOLD=90",
        isOtherActive: true);

    [Theory]
    [InlineData("STATUS=Discharging\nPOWER_NOW=5000000", PowerFlow.Discharging)]
    [InlineData("STATUS=Charging\nPOWER_NOW=5000000", PowerFlow.Charging)]
    [InlineData("STATUS=Charging\nPOWER_NOW=-5000000", PowerFlow.DischargingOnExternalPower)]
    [InlineData("STATUS=Full\nPOWER_NOW=0", PowerFlow.Full)]
    [InlineData("STATUS=Unknown\nPOWER_NOW=-5000000", PowerFlow.Discharging)]
    [InlineData("STATUS=Unknown\nPOWER_NOW=5000000", PowerFlow.Charging)]

    // linrunner/TLP #527: the second battery of a ThinkPad at 49 of 50 %, on an old kernel.
    [InlineData("STATUS=Unknown\nENERGY_NOW=24500000\nPOWER_NOW=0\nCHARGE_START_THRESHOLD=40\nCHARGE_STOP_THRESHOLD=50", PowerFlow.Held)]
    [InlineData("STATUS=Not charging\nCAPACITY=80\nCHARGE_CONTROL_END_THRESHOLD=80", PowerFlow.Held)]
    [InlineData("STATUS=Empty\nPOWER_NOW=0", PowerFlow.Idle)]
    [InlineData("CAPACITY=50", PowerFlow.Unknown)]
    public void Flow_follows_from_the_battery_if_no_adapter_is_reported(string lines, PowerFlow flow) =>
        AssertFlow(flow, lines, ExternalPower.Unknown);

    [Fact]
    public void Flow_of_a_peripheral_does_not_depend_on_the_adapters_of_the_machine()
    {
        AssertFlow(PowerFlow.Discharging, "SCOPE=Device\nSTATUS=Discharging\nCAPACITY=50", ExternalPower.Online);
        AssertFlow(PowerFlow.Idle, "SCOPE=Device\nSTATUS=Not charging\nCAPACITY=50", ExternalPower.Offline);
    }

    [Fact]
    public void Flow_is_unknown_for_the_reason_for_which_the_state_is()
    {
        BatterySnapshot snapshot = UeventBuilder.Snapshot("STATUS=Sleeping\nCAPACITY=50");
        snapshot.AssertUnknown(BatteryField.PowerFlow, ValueQuality.Malformed);
    }

    [Theory]
    [InlineData("CHARGE_TYPES=[Custom] Standard Adaptive", PowerFlow.Held)]
    [InlineData("CHARGE_TYPES=Custom [Standard] Adaptive", PowerFlow.Idle)]
    [InlineData("CHARGE_TYPES=Custom Standard [Adaptive]", PowerFlow.Held)]
    [InlineData("CHARGE_TYPES=[Standard] Long_Life", PowerFlow.Held)]
    public void Flow_is_held_by_thresholds_only_if_the_charge_type_is_custom_or_not_one_of_several(string types, PowerFlow flow) =>
        AssertFlow(flow, $"STATUS=Not charging\nCAPACITY=80\nPOWER_NOW=0\nCHARGE_CONTROL_END_THRESHOLD=80\n{types}");

    [Fact]
    public void Flow_of_a_battery_that_rests_has_no_times()
    {
        // A gauge that goes on reporting a time of 0.3 W.
        const string Held = Full + "STATUS=Discharging\nENERGY_NOW=40000000\nPOWER_NOW=300000\nTIME_TO_EMPTY_NOW=480000\nCHARGE_CONTROL_END_THRESHOLD=80";
        UeventBuilder.Snapshot(Held, power: ExternalPower.Online).AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.NotInThisState);
        UeventBuilder.Snapshot(Held, power: ExternalPower.Offline).AssertNumber(BatteryField.TimeToEmpty, 480_000);
    }

    [Fact]
    public void Flow_of_a_battery_whose_charging_is_inhibited_has_no_time_to_full() => UeventBuilder
        .Snapshot(Full + "STATUS=Charging\nPOWER_NOW=0\nTIME_TO_FULL_NOW=3600\nCHARGE_BEHAVIOUR=inhibit-charge", power: ExternalPower.Online)
        .AssertUnknown(BatteryField.TimeToFull, ValueQuality.NotInThisState);

    [Theory]
    [InlineData(49_750_000, PowerFlow.Full)]
    [InlineData(49_740_000, PowerFlow.Idle)]
    public void Flow_is_full_from_a_percentage_that_is_shown_as_100(int remaining, PowerFlow flow) =>
        AssertFlow(flow, $"STATUS=Not charging\nENERGY_NOW={remaining}\nPOWER_NOW=0");

    [Fact]
    public void Flow_without_adapters_is_idle_at_rest_beside_a_battery_in_use() =>
        AssertFlow(PowerFlow.Idle, "STATUS=Unknown\nENERGY_NOW=25000000\nPOWER_NOW=0", ExternalPower.Unknown, isOtherActive: true);

    private static void AssertFlow(PowerFlow flow, string lines, ExternalPower power = ExternalPower.Online, bool isOtherActive = false) =>
        Assert.Equal(flow, UeventBuilder.Snapshot(Full + lines, power: power, isOtherActive: isOtherActive).PowerFlow);
}
