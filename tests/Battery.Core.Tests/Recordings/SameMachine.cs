using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Tests.Recordings;

/// <summary>Compares two sources value by value, with the reasons of what is unknown.</summary>
internal static class SameMachine
{
    public static void Assert(IPowerSupplySource expected, IPowerSupplySource actual, BatteryField? besides = null)
    {
        Xunit.Assert.Equal(expected.ReadExternalPower(), actual.ReadExternalPower());
        Xunit.Assert.Equal(expected.ReadAdapterPower(), actual.ReadAdapterPower());
        List<BatteryDevice> wanted = expected.ReadBatteries();
        List<BatteryDevice> got = actual.ReadBatteries();
        Xunit.Assert.Equal(wanted.Select(static battery => battery.Snapshot.Name), got.Select(static battery => battery.Snapshot.Name));
        foreach ((BatteryDevice one, BatteryDevice other) in wanted.Zip(got))
        {
            foreach (BatteryField field in Enum.GetValues<BatteryField>().Where(field => field != besides))
            {
                Xunit.Assert.Equal((field, one.Snapshot.QualityOf(field)), (field, other.Snapshot.QualityOf(field)));
                Xunit.Assert.Equal((field, one.Snapshot.Number(field)), (field, other.Snapshot.Number(field)));
                Xunit.Assert.Equal((field, one.Snapshot.Text(field)), (field, other.Snapshot.Text(field)));
            }
        }
    }
}
