// Prints the batteries of this machine, or of the recording that is given: a console program with the package LibBattery.
using Battery;

using BatteryManager manager = args.Length > 0 ? BatteryManager.FromRecording(args[0]) : new BatteryManager();
foreach (BatteryInfo one in manager.Read())
{
    string percentage = one.Percentage is { } known ? $"{known:F0} %" : "unknown";
    Console.WriteLine($"{one.Name}: {percentage}, {one.PowerFlow}");
}
