using System.Text;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS;

/// <summary>Opens MacFixtures from the text of ioreg, so that a test shows nothing but what it is about.</summary>
internal static class MacFixtures
{
    public static MacOSSource Open(string dump) => new MacOSSource(new MacOSRecordedBackend(Encoding.UTF8.GetBytes(dump)));

    /// <summary>The only battery of a service with these lines, which need no quotes around their keys.</summary>
    public static BatterySnapshot Snapshot(params string[] lines) => Open(Service(lines)).ReadBatteries().Single().Snapshot;

    public static string Service(params string[] lines) =>
        "+-o AppleSmartBattery  <class AppleSmartBattery, id 0x100000222, registered>\n  {\n"
        + string.Concat(lines.Select(static line => line.Split(' ', 2)).Select(static parts => $"    \"{parts[0]}\" {parts[1]}\n"))
        + "  }\n";
}
