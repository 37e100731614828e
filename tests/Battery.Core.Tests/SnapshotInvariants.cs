using Battery.Core.Model;
using Battery.Core.Rules;

namespace Battery.Core.Tests;

/// <summary>What holds of every snapshot, whatever it was made from: each value is plausible or unknown.</summary>
internal static class SnapshotInvariants
{
    public static void Assert(BatterySnapshot snapshot)
    {
        foreach (BatteryField field in Enum.GetValues<BatteryField>())
        {
            bool isKnown = snapshot.QualityOf(field) == ValueQuality.Known;
            Xunit.Assert.Equal(isKnown, (snapshot.PresenceMask >> (int)field & 1) == 1);
            if (field is BatteryField.Name or BatteryField.Vendor or BatteryField.Model or BatteryField.SerialNumber)
            {
                Xunit.Assert.Equal(isKnown, snapshot.Text(field) is not null);
                Xunit.Assert.DoesNotContain(snapshot.Text(field) ?? string.Empty, char.IsControl);
                continue;
            }

            double number = snapshot.Number(field);
            Xunit.Assert.Equal(isKnown, !double.IsNaN(number));
            (double lowest, double highest) = Range(field);
            Xunit.Assert.True(!isKnown || (number >= lowest && number <= highest), $"{field} is {number}");
        }

        Xunit.Assert.False(snapshot.QualityOf(BatteryField.TimeToFull) == ValueQuality.Known && snapshot.QualityOf(BatteryField.TimeToEmpty) == ValueQuality.Known);
    }

    private static (double Lowest, double Highest) Range(BatteryField field) => field switch
    {
        BatteryField.Percentage or BatteryField.ChargeStartThreshold or BatteryField.ChargeEndThreshold => (0, 100),
        BatteryField.Energy or BatteryField.EnergyFull or BatteryField.EnergyFullDesign => (0, CapacityRules.MaxCapacity * 1000),
        BatteryField.Charge or BatteryField.ChargeFull or BatteryField.ChargeFullDesign => (0, CapacityRules.MaxCapacity),
        BatteryField.EnergyRate => (0, ElectricalRules.MaxUpsRate),
        BatteryField.Current => (-ElectricalRules.MaxUpsCurrent, ElectricalRules.MaxUpsCurrent),
        BatteryField.Voltage => (0.1, 1000),
        BatteryField.Temperature => (-40, 120),
        BatteryField.StateOfHealth => (0, double.MaxValue),
        BatteryField.CycleCount => (1, 65534),
        BatteryField.TimeToFull or BatteryField.TimeToEmpty => (0, TimeRules.MaxSeconds),
        BatteryField.ManufactureDate => (19800101, 21071231),
        _ => (0, 20),
    };
}
