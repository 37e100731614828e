namespace Battery.Vm.Tests;

/// <summary>The module on a real kernel; and waits without events, which take long and so run beside the other machine.</summary>
public class ModuleTests
{
    private static readonly Scenario[] s_scenarios =
    [
        // silence: the thread sleeps once; the next poll without an event is due after 60 s.
        new("20 s without events", "went to sleep {1..2} times, {0..1} s of processor time, changes: 0"),

        // Each event wakes the thread until it has checked the subsystem. On a busy host the last ones may come after the wait.
        new("10 events of a network card", "{3..10} events, went to sleep {1..12} times, changes: 0"),

        // laptop.ps1
        new("Get-Battery", "BAT0 Discharging 62 %, 31 Wh, 12 W, left 02:35:00, serial 1001; "
            + "BAT1 Discharging 50 %, 17.982 Wh, 16.5 W, left 01:04:48, serial 2001"),
        new("Get-BatteryManager", "events True, power Offline, batteries 2"),
        new("Watch-Battery through an event, a removal and a return", "BAT0 Discharging, BAT1 Discharging, BAT0 Charging, BAT0 Charging, BAT0 Full"),
        new("Get-Battery when BAT0 is out", "there is BAT1; BAT0: ObjectNotFound"),

        // peripheral.ps1: the kernel asks the mouse each time its battery is read.
        new("10 Get-Battery beside a mouse", "0 requests to the mouse, 20 batteries"),
        new("10 Get-Battery through a manager beside a mouse", "0 requests to the mouse, 20 batteries"),
        new("a watch through a manager beside a mouse", "0 requests to the mouse, 6 batteries"),
        new("a minute of Watch-Battery and of the event Changed beside a mouse", "0 requests to the mouse, 2 batteries"),
        new("the event Changed", "raised: True"),
        new("Get-Battery with the mouse", "{1..} requests to the mouse, 1 batteries"),
        new("Get-Battery with the mouse, through a manager", "{1..} requests to the mouse, 3 batteries"),
        new("Get-Battery through a manager after that", "0 requests to the mouse, 2 batteries"),
    ];

    [Fact]
    public void Every_scenario_has_the_expected_result()
    {
        string console = new Laptop("module").Add("wait_cost").AddPowerShell()
            .Run("silence").RunScript("peripheral.ps1", beside: "mouse").RunScript("laptop.ps1").Boot();
        var table = new ScenarioTable("the module on a real kernel", console);
        table.Judge(s_scenarios);
        table.Conclude();
    }
}
