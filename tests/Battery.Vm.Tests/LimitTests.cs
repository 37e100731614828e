namespace Battery.Vm.Tests;

/// <summary>Power flows and charge limits on a ThinkPad with the kernel's drivers, and a smart battery beside its own batteries.</summary>
public class LimitTests
{
    private static readonly Scenario[] s_scenarios =
    [
        // flow.c: 50 Wh with 20 W or 12 W, and 36 Wh with 19.8 W or 16.5 W.
        new("plugged in", "charging 62 %, full in 3420 s"),
        new("unplugged", "discharging 62 %, empty in 9300 s"),
        new("a weak adapter", "discharging on external power 62 %, empty in 9300 s"),
        new("no current, without a limit", "idle 80 %"),
        new("charged", "full 100 %"),
        new("BAT0 waits while BAT1 is used", "idle 62 %"),
        new("BAT1 is used while BAT0 waits", "discharging 50 %, empty in 3888 s"),
        new("BAT1 waits while BAT0 is used", "idle 50 %"),
        new("BAT0 is used while BAT1 waits", "discharging 62 %, empty in 9300 s"),
        new("BAT1 waits while BAT0 is charged", "idle 50 %"),
        new("BAT1 is charged after BAT0", "charging 50 %, full in 3240 s"),
        new("both unplugged", "discharging 50 %, empty in 3888 s"),

        // limit.c: the controller charges 5 % in a step.
        new("charging without a limit", "charging 62 %, full in 3420 s"),
        new("a limit of 80 %", "0 to 80 %"),
        new("charging with a limit of 80 %", "charging 62 % of 80 %, at the limit in 1620 s"),
        new("charging up to the limit", "4 steps; held 80 % of 80 %"),
        new("held at the limit, some minutes later", "held 80 % of 80 %"),
        new("the limit raised to 90 %", "0 to 90 %"),
        new("the limit raised, before the controller charges again", "idle 80 % of 90 %"),
        new("charging towards the raised limit", "charging 85 % of 90 %, at the limit in 450 s"),
        new("charging up to the raised limit", "1 steps; held 90 % of 90 %"),
        new("the limit lowered below the level", "40 to 50 %"),
        new("held above the lowered limit", "held 90 % of 50 %"),
        new("the driver refuses the end first", "EINVAL"),
        new("a lower pair, the start first", "30 to 35 %"),
        new("the driver refuses the start first", "EINVAL"),
        new("a higher pair, the end first", "75 to 80 %"),
        new("the driver refuses by what it wrote last", "EINVAL"),
        new("a limit after the controller forgot its thresholds", "40 to 50 %"),
        new("BAT1 has a limit of its own", "60 to 70 %"),
        new("BAT0 keeps its limit", "held 90 % of 50 %"),
        new("the limit of BAT1 removed", "0 to 100 %"),
        new("the limit removed", "0 to 100 %"),
        new("charging to the end without a limit", "2 steps; full 100 %"),
        new("a limit without permission", "BATTERY_ERROR_PERMISSION_DENIED"),

        // udev, and limit.c as a member of the group.
        new("attributes by the udev rule", "charge_control_end_threshold battery 664 charge_behaviour root 644 status root 444 "),
        new("a limit as a member of the group", "0 to 70 %"),

        // smart.c: 45 Wh at 10 V. The numbers of power flows: 1 charging, 2 discharging, 3 on external power, 6 full, 7 idle.
        new("a smart battery whose strings cannot be read",
            "discharging, flow 2; 62 %; -1.500 A; -15.0 W; 27.9 Wh; 45.0 Wh; 25.0 C; 6720 s; 123 cycles; -; 1234"),
        new("a smart battery that discharges",
            "discharging, flow 2; 62 %; -1.500 A; -15.0 W; 27.9 Wh; 45.0 Wh; 25.0 C; 6720 s; 123 cycles; ACME; 1234"),
        new("a smart battery that charges", "charging, flow 1; 62 %; 2.000 A; 20.0 W; 27.9 Wh; 45.0 Wh; 25.0 C; -; 123 cycles; ACME; 1234"),
        new("a smart battery that loses energy while it charges",
            "charging, flow 3; 62 %; -0.500 A; -5.0 W; 27.9 Wh; 45.0 Wh; 25.0 C; -; 123 cycles; ACME; 1234"),
        new("a smart battery without a current", "not charging, flow 7; 62 %; 0.000 A; 0.0 W; 27.9 Wh; 45.0 Wh; 25.0 C; -; 123 cycles; ACME; 1234"),
        new("a full smart battery", "full, flow 6; 100 %; 0.000 A; 0.0 W; 45.0 Wh; 45.0 Wh; 25.0 C; -; 123 cycles; ACME; 1234"),
        new("a smart battery without temperature, capacities and cycles",
            "discharging, flow 2; 62 %; -1.500 A; -15.0 W; -; -; -; 6720 s; -; ACME; 1234"),

        // The driver reports 101 % as 100 %, and 65,535 minutes and cycles as they are.
        new("a smart battery whose registers are out of range",
            "discharging, flow 2; 100 %; -1.500 A; -15.0 W; 27.9 Wh; 45.0 Wh; 25.0 C; 6696 s; -; ACME; 1234"),
        new("a smart battery that was removed", "removed"),

        // limit.ps1
        new("Set-BatteryChargeLimit", "start 75, limit 80, flow Charging"),
        new("Set-BatteryChargeLimit -WhatIf", "limit 80"),
        new("Set-BatteryChargeLimit -Full", "start 0, limit none, threshold 100"),
        new("Set-BatteryChargeLimit of all batteries", "BAT0 60, BAT1 60"),
    ];

    [Fact]
    public void Every_scenario_has_the_expected_result()
    {
        string console = new Laptop("limit", [.. Kernel.ThinkPad, .. Kernel.SmartBattery]).AddPowerShell().AddUdev()
            .Run("flow").Run("limit").Run("limit 65534").Run("udev").Run("limit 65534 30").Run("smart").RunScript("limit.ps1").Boot();
        var table = new ScenarioTable("charge limits on a real kernel", console);
        table.Judge(s_scenarios);
        table.Conclude();
    }
}
