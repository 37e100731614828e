using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Tests;

/// <summary>Creates readings from the text of a uevent, with keys without their prefix, so that a test is short.</summary>
internal static class UeventBuilder
{
    public static RawReading Raw(string lines, string name = "BAT0")
    {
        var raw = new RawReading { Name = name };
        string text = string.Concat(lines.Split('\n').Select(static line => $"POWER_SUPPLY_{line.Trim()}\n"));
        UeventParser.Parse(Encoding.UTF8.GetBytes(text), isWhole: true, raw);
        return raw;
    }

    public static BatterySnapshot Snapshot(string lines, string name = "BAT0", ExternalPower power = ExternalPower.Unknown, bool isOtherActive = false)
    {
        var snapshot = new BatterySnapshot();
        RawReading raw = Raw(lines, name);
        FlowReading flow = BatteryRules.Apply(raw, SupplyRules.Kind(raw) ?? BatteryKind.Battery, snapshot);
        BatteryRules.ApplyFlow(flow, power, isOtherActive, snapshot);
        return snapshot;
    }

    public static void AssertNumber(this BatterySnapshot snapshot, BatteryField field, double expected)
    {
        Assert.Equal(ValueQuality.Known, snapshot.QualityOf(field));
        Assert.Equal(expected, snapshot.Number(field), 6);
    }

    public static void AssertUnknown(this BatterySnapshot snapshot, BatteryField field, ValueQuality quality)
    {
        Assert.True(double.IsNaN(snapshot.Number(field)), $"{field} should be unknown and is {snapshot.Number(field)}");
        Assert.Equal(quality, snapshot.QualityOf(field));
    }
}
