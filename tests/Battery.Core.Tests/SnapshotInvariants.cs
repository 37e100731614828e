using Battery.Core.Model;
using Battery.Tests.Shared;

namespace Battery.Core.Tests;

/// <summary>What holds of every snapshot, whatever it was made from: each value is plausible or unknown.</summary>
internal static class SnapshotInvariants
{
    public static void Assert(BatterySnapshot snapshot)
    {
        foreach (TableValue value in TableValue.All)
        {
            var field = (BatteryField)value.Number;
            bool isKnown = snapshot.QualityOf(field) == ValueQuality.Known;
            Xunit.Assert.Equal(isKnown, (snapshot.PresenceMask >> (int)field & 1) == 1);
            if (value.Kind == "Text")
            {
                Xunit.Assert.Equal(isKnown, snapshot.Text(field) is not null);
                Xunit.Assert.DoesNotContain(snapshot.Text(field) ?? string.Empty, char.IsControl);
                continue;
            }

            double number = snapshot.Number(field);
            Xunit.Assert.Equal(isKnown, !double.IsNaN(number));
            Xunit.Assert.True(!isKnown || (number >= value.Min && number <= value.Max), $"{field} is {number}");
        }

        Xunit.Assert.False(snapshot.QualityOf(BatteryField.TimeToFull) == ValueQuality.Known
            && snapshot.QualityOf(BatteryField.TimeToEmpty) == ValueQuality.Known);
    }
}
