using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;
using Battery.Core.Sources;
using Battery.Core.Tests;

namespace Battery.Fuzz;

/// <summary>What must hold of a machine, whatever it was read from.</summary>
internal static class Check
{
    public static void That(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException(problem);
        }
    }

    /// <summary>Reads everything, twice.</summary>
    /// <returns>The names of the batteries.</returns>
    public static List<string> Source(IPowerSupplySource source)
    {
        MachineReading reading = source.Read(SupplyScopes.All | SupplyScopes.AdapterDetails);
        foreach (Adapter adapter in reading.Adapters)
        {
            That(adapter.Name is null || adapter.Name == PlainText.Clean(adapter.Name), "the name of an adapter is not clean");
            That(Enum.IsDefined(adapter.Type), "the type of an adapter has no name");
            foreach (Measurement value in (Measurement[])[adapter.Voltage, adapter.Current, adapter.MaxPower])
            {
                That(value.IsKnown ? value.Value is >= 0 and <= 1000 : double.IsNaN(value.Value), "a value of an adapter is implausible");
                That(!value.IsKnown || adapter.IsOnline != false, "an adapter that is offline has a value");
            }
        }

        var names = new List<string>();
        foreach (BatteryDevice battery in reading.Batteries)
        {
            Snapshot(battery.Snapshot);
            _ = battery.TryRefresh();
            Snapshot(battery.Snapshot);
            names.Add(battery.Snapshot.Name);
        }

        return names;
    }

    /// <summary>Applies the rules to a reading of a battery and of a UPS.</summary>
    public static void Reading(RawReading raw)
    {
        foreach (BatteryKind kind in (BatteryKind[])[BatteryKind.Battery, BatteryKind.Ups])
        {
            var snapshot = new BatterySnapshot();
            FlowReading flow = BatteryRules.Apply(raw, kind, snapshot);
            foreach (ExternalPower power in Enum.GetValues<ExternalPower>())
            {
                BatteryRules.ApplyFlow(flow, power, isOtherActive: power == ExternalPower.Online, snapshot);
                Snapshot(snapshot);
            }
        }
    }

    private static void Snapshot(BatterySnapshot snapshot)
    {
        SnapshotInvariants.Assert(snapshot);
        foreach (BatteryField field in (BatteryField[])[BatteryField.Name, BatteryField.Vendor, BatteryField.Model, BatteryField.SerialNumber])
        {
            That(snapshot.Text(field) is not { } text || text == PlainText.Clean(text), $"{field} is not clean");
        }
    }
}
