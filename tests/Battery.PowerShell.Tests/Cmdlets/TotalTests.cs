using System.Management.Automation;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>Several batteries as one. Each case is two batteries' uevents, lines set apart by a blank.</summary>
public sealed class TotalTests : IDisposable
{
    private const string Half = "ENERGY_NOW=10000000 ENERGY_FULL=20000000 ENERGY_FULL_DESIGN=25000000";
    private readonly Engine _engine = new();
    private readonly TemporaryTree _tree = new();

    public void Dispose()
    {
        _engine.Dispose();
        _tree.Dispose();
    }

    [Fact]
    public void Energies_are_added_and_ratios_are_of_the_sums()
    {
        PSObject total = Total($"STATUS=Discharging POWER_NOW=5000000 {Half}", "STATUS=Discharging POWER_NOW=5000000 ENERGY_NOW=20000000 ENERGY_FULL=20000000 ENERGY_FULL_DESIGN=25000000");
        Assert.Equal(("BAT0+BAT1", 2), (total.Properties["Name"].Value, total.Properties["Count"].Value));
        AssertNumber(total, "Energy", 30);
        AssertNumber(total, "EnergyFull", 40);
        AssertNumber(total, "EnergyFullDesign", 50);
        AssertNumber(total, "Percentage", 75);
        AssertNumber(total, "StateOfHealth", 80);
        AssertNumber(total, "EnergyRate", 10);
        Assert.Equal(TimeSpan.FromHours(3), total.Properties["TimeToEmpty"].Value);
        Assert.Null(total.Properties["TimeToFull"].Value);
    }

    [Theory]
    [InlineData("Discharging", "Unknown", "Discharging")]
    [InlineData("Charging", "Full", "Charging")]
    [InlineData("Full", "Full", "Full")]
    [InlineData("Full", "Not charging", "NotCharging")]
    [InlineData("Unknown", "Full", "Unknown")]
    [InlineData("Empty", "Empty", "Empty")]
    public void The_state_is_what_they_do_together(string first, string second, string together) =>
        Assert.Equal(together, Total($"STATUS={first}", $"STATUS={second}").Properties["State"].Value.ToString());

    [Theory]
    [InlineData("9000000", "4000000", "Charging", 5.0)]
    [InlineData("4000000", "9000000", "Discharging", 5.0)]
    [InlineData("4000000", "4000000", "Unknown", 0.0)]
    public void Where_one_charges_and_the_other_discharges_what_flows_in_the_end_tells(string charging, string discharging, string state, double rate)
    {
        PSObject total = Total($"STATUS=Charging POWER_NOW={charging} {Half}", $"STATUS=Discharging POWER_NOW={discharging} {Half}");
        Assert.Equal(state, total.Properties["State"].Value.ToString());
        AssertNumber(total, "EnergyRate", rate);
        Assert.Equal(state == "Charging", total.Properties["TimeToFull"].Value is TimeSpan);
        Assert.Equal(state == "Discharging", total.Properties["TimeToEmpty"].Value is TimeSpan);
    }

    [Fact]
    public void What_one_does_not_tell_is_not_known_of_all()
    {
        PSObject total = Total($"STATUS=Discharging POWER_NOW=5000000 {Half}", "STATUS=Discharging CAPACITY=50");
        Assert.All(new[] { "Energy", "EnergyFull", "EnergyRate", "Percentage", "StateOfHealth", "TimeToEmpty" }, name => Assert.Null(total.Properties[name].Value));
    }

    [Fact]
    public void A_single_battery_is_its_own_total()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Discharging", "CAPACITY=50").Supply("mouse", "TYPE=Battery", "SCOPE=Device", "CAPACITY=7");
        AssertNumber(Assert.Single(_engine.Run("Get-Battery", ("Total", true), ("SysfsRoot", _tree.Sysfs))), "Percentage", 50);
    }

    [Theory]
    [MemberData(nameof(Lone))]
    public void A_single_battery_is_its_own_total_value_by_value(string machine)
    {
        string sysfs = new Fixture(machine).Sysfs;
        PSObject battery = Assert.Single(_engine.GetBattery(("SysfsRoot", sysfs)));
        PSObject total = Assert.Single(_engine.Run("Get-Battery", ("Total", true), ("SysfsRoot", sysfs)));
        Assert.All(total.Properties.Where(static property => property.Name is not ("Count" or "Timestamp")), property => Assert.Equal((property.Name, battery.Properties[property.Name].Value), (property.Name, property.Value)));
    }

    public static TheoryData<string> Lone => ["weak-charger", "gta04-capacity-1536", "raspberry-pi-ups-hat", "bq40z50-no-charge-now", "android-pixel", "dell-xps-15-no-power-now", "capacity-above-100"];

    [Fact]
    public void A_rate_that_an_idle_battery_does_not_tell_is_not_0() =>
        Assert.Null(Total($"STATUS=Discharging POWER_NOW=5000000 {Half}", $"STATUS=Full {Half}").Properties["EnergyRate"].Value);

    [Fact]
    public void A_battery_that_loses_charge_while_it_charges_counts_as_losing_it()
    {
        PSObject total = Total($"STATUS=Charging POWER_NOW=5000000 CURRENT_NOW=-400000 {Half}", $"STATUS=Charging POWER_NOW=4000000 CURRENT_NOW=300000 {Half}");
        AssertNumber(total, "EnergyRate", 1);
        Assert.Null(total.Properties["TimeToFull"].Value);
    }

    [Fact]
    public void A_time_beyond_ten_days_is_none() =>
        Assert.Null(Total($"STATUS=Discharging POWER_NOW=1000 {Half}", $"STATUS=Discharging POWER_NOW=1000 {Half}").Properties["TimeToEmpty"].Value);

    [Fact]
    public void No_battery_is_no_total() =>
        Assert.Empty(_engine.Run("Get-Battery", ("Total", true), ("SysfsRoot", new Fixture("desktop").Sysfs)));

    private PSObject Total(params string[] batteries)
    {
        for (int i = 0; i < batteries.Length; i++)
        {
            _tree.Supply($"BAT{i}", ["TYPE=Battery", .. batteries[i].Replace("Not charging", "Not_charging", StringComparison.Ordinal).Split(' ').Select(static line => line.Replace('_', line.StartsWith("STATUS", StringComparison.Ordinal) ? ' ' : '_'))]);
        }

        return Assert.Single(_engine.Run("Get-Battery", ("Total", true), ("SysfsRoot", _tree.Sysfs)));
    }

    private static void AssertNumber(PSObject total, string property, double expected) => Assert.Equal(expected, (double)total.Properties[property].Value, 6);
}
