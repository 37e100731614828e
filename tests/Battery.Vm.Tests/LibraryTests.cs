using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.Vm.Tests;

/// <summary>libbattery on a real kernel, whose batteries are charged, removed and added.</summary>
public class LibraryTests
{
    private const string FirstReading = "battery_json /sys";
    private const string Energy = "discharging 62 %, 31.00 Wh, 12.00 W, 11.50 V, empty in 9300 s";
    private const string Charge = "discharging 50 %, 17.98 Wh, 16.50 W, 11.00 V, empty in 3888 s";

    private static readonly Scenario[] s_scenarios =
    [
        // events.c
        new("AC in", "woken; online"),
        new("BAT0 charging", "woken; charging 62 %, 31.00 Wh, 20.00 W, 11.50 V, full in 3420 s"),
        new("BAT0 held by a limit", "woken; not charging 80 %, 40.00 Wh, 0.00 W, 11.50 V"),
        new("BAT0 full", "woken; full 100 %, 50.00 Wh, 0.00 W, 11.50 V"),
        new("BAT1 charging", "woken; charging 50 %, 17.98 Wh, 19.80 W, 11.00 V, full in 3240 s"),
        new("BAT1 held by a limit", "woken; not charging 80 %, 28.77 Wh, 0.00 W, 11.00 V"),
        new("BAT1 full", "woken; full 100 %, 35.96 Wh, 0.00 W, 11.00 V"),
        new("AC out", "woken; offline"),
        new("BAT0 discharging", "woken; " + Energy),
        new("BAT0 critical", "woken; discharging 2 %, 1.00 Wh, 12.00 W, 11.50 V, empty in 300 s, critical"),
        new("BAT0 rate unknown", "woken; discharging 62 %, 31.00 Wh, 11.50 V"),
        new("BAT0 nothing known", "woken; discharging"),
        new("BAT0 all known again", "woken; " + Energy),
        new("BAT1 discharging", "woken; " + Charge),
        new("BAT1 critical", "woken; discharging 2 %, 0.90 Wh, 16.50 W, 11.00 V, empty in 194 s, critical"),
        new("BAT1 rate unknown", "woken; discharging 50 %, 17.98 Wh, 11.00 V"),
        new("BAT1 nothing known", "woken; discharging"),
        new("BAT1 all known again", "woken; " + Charge),
        new("BAT0 removed", "woken; removed"),
        new("BAT0 added", "woken; " + Energy),
        new("BAT1 removed", "woken; removed"),
        new("BAT1 added", "woken; " + Charge),

        // drift.c: less what drains in the second in which the driver does not read again.
        new("BAT0 drains for 5 s without a uevent", "0 wake-ups; {75..110} % of what drains, 12.00 W"),

        // follow_up.c
        new("BAT0 charging, in the second after a reading", "{1..3} wake-ups; at the last charging 62 %, 31.00 Wh, 20.00 W, 11.50 V, full in 3420 s"),
        new("BAT0 discharging, in the second after a reading", "{1..3} wake-ups; at the last " + Energy),

        // calls: the identity of the file that is kept open, and its text. The folder is looked at again after some time: more often if the host is slow.
        new("calls of a refresh", "fstat {1..1.2}, pread64 {1..1.2}"),

        // swap.c
        new("BAT0 before the swap", "woken; refresh 0, serial 1001, 62 %"),
        new("BAT0 exchanged in its slot", "woken; refresh 0, serial 1002, 90 %"),
        new("BAT0 between two batteries", "woken; refresh -3, serial 1002, 90 %"),
        new("BAT0 exchanged back to its first serial", "woken; refresh 0, serial 1001, 62 %"),

        // mouse.c
        new("a mouse is plugged in", "woken; VM Mouse: peripheral, discharging 80 %"),
        new("the mouse among the machine's own batteries", "removed"),
        new("the mouse reports 42 %", "woken; VM Mouse: peripheral, discharging 42 %"),
        new("the mouse is unplugged", "woken; removed"),

        // removal.c: ten rounds of removing and adding, of which a reader sees some.
        new("BAT1 removed during an iteration", "first 1, second 1, third 0, error 0"),
        new("BAT1 refreshed when it is removed", "-3; " + Charge),
        new("BAT1 refreshed when it is added", "0; " + Charge),
        new("lists while BAT0 is removed and added", "{2..} with BAT0, {2..} without; 0 errors, 0 without values, 0 without BAT1"),
        new("refreshes while BAT0 is removed and added", "{2..} read, {2..} not found, 0 other errors, 0 without values"),
        new("8 threads refresh BAT0 while it is removed and added", "{2..} read, {2..} not found, 0 without values; 8 threads ended by the freed handle"),
        new("BAT0 after the refreshes", Energy),

        // rapid.c: the kernel merges uevents of one supply. A poll for each of them would be hundreds.
        new("1,000 rapid events while a thread waits", "{100..1100} events; a wake-up in {45..} ms, {0.5..2.5} readings for each; 42 % at the last"),
        new("1,000 rapid events while no thread waits", "{100..1100} events; {1..2} wake-ups, {1..8} readings; 42 % at the first"),
    ];

    [Fact]
    public void Every_scenario_has_the_expected_result()
    {
        string console = new Laptop("library")
            .Run(FirstReading).Run("events").Run("drift").Run("follow_up").Add("refresh").Run("calls")
            .Run("swap").Run("mouse").Run("removal").Run("rapid").Boot();
        var table = new ScenarioTable("libbattery on a real kernel", console);
        table.Judge(new("first reading", "as tests/vm/expected.json"), CompareFirstReading(console));
        table.Judge(s_scenarios);
        table.Conclude();
    }

    private static string CompareFirstReading(string console)
    {
        int start = console.IndexOf("{\"external_power\"", StringComparison.Ordinal);
        int end = console.IndexOf("\n]}", StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            return "nothing";
        }

        try
        {
            ExpectedValues.AssertEqual(
                JsonNode.Parse(File.ReadAllText(Repository.At("tests", "vm", "expected.json")))!.AsObject(),
                JsonNode.Parse(console[start..(end + 3)])!.AsObject());
            return "as tests/vm/expected.json";
        }
        catch (Xunit.Sdk.XunitException difference)
        {
            return difference.Message;
        }
    }
}
