using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests;

/// <summary>The right values of every recorded machine.</summary>
public class FixtureTests
{
    public static TheoryData<string, string> Machines => [.. Fixture.All];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Read_gives_the_expected_values(string machine, string system)
    {
        var fixture = new Fixture(machine, system);
        ExpectedValues.AssertEqual(fixture.Expected, Description.Of(RecordedSources.Open(fixture.Recording)));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Read_of_one_scope_gives_its_part_of_all_batteries(string machine, string system)
    {
        IPowerSupplySource source = RecordedSources.Open(new Fixture(machine, system).Recording);
        List<BatteryDevice> all = source.Read(SupplyScopes.All).Batteries;
        foreach (BatteryScope scope in new[] { BatteryScope.System, BatteryScope.Peripheral })
        {
            IEnumerable<string> expected = all.Where(battery => battery.Snapshot.Scope == scope).Select(static battery => battery.Snapshot.Name);
            Assert.Equal(expected, source.Read((SupplyScopes)scope).Batteries.Select(static battery => battery.Snapshot.Name));
        }
    }
}
