using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS.Decoding;

public class SmartBatteryCapacitiesTests
{
    [Fact]
    public void On_Intel_the_capacities_are_mAh_and_the_percentage_is_their_ratio()
    {
        BatterySnapshot battery = MacFixtures.Snapshot("CurrentCapacity = 5761", "MaxCapacity = 6806", "DesignCapacity = 6900", "Voltage = 12500");
        battery.AssertNumber(BatteryField.Percentage, 100 * 5761 / 6806.0);
        battery.AssertNumber(BatteryField.Charge, 5.761);
        battery.AssertNumber(BatteryField.ChargeFull, 6.806);
        battery.AssertNumber(BatteryField.ChargeFullDesign, 6.9);
        battery.AssertNumber(BatteryField.EnergyFull, 6.806 * 12.5);
        battery.AssertNumber(BatteryField.StateOfHealth, 100 * 6806 / 6900.0);
    }

    // The system displays the capacities whose keys do not begin with AppleRaw.
    [Fact]
    public void On_Intel_the_raw_capacities_stand_in_for_missing_ones_alone()
    {
        BatterySnapshot battery = MacFixtures.Snapshot(
            "CurrentCapacity = 5761", "MaxCapacity = 6806", "AppleRawCurrentCapacity = 5700", "AppleRawMaxCapacity = 6850");
        battery.AssertNumber(BatteryField.Charge, 5.761);
        battery.AssertNumber(BatteryField.ChargeFull, 6.806);
        MacFixtures.Snapshot("CurrentCapacity = 5761", "AppleRawMaxCapacity = 6850").AssertNumber(BatteryField.ChargeFull, 6.85);
        MacFixtures.Snapshot("MaxCapacity = 6806", "AppleRawCurrentCapacity = 5700").AssertNumber(BatteryField.Charge, 5.7);
    }

    [Fact]
    public void Percentage_on_Intel_is_a_ratio_below_100_mAh_too() =>
        MacFixtures.Snapshot("CurrentCapacity = 68", "MaxCapacity = 6806").AssertNumber(BatteryField.Percentage, 100 * 68 / 6806.0);

    [Fact]
    public void On_Apple_silicon_the_capacities_are_percent_and_the_raw_ones_mAh()
    {
        BatterySnapshot battery = MacFixtures.Snapshot(
            "CurrentCapacity = 97", "MaxCapacity = 100", "AppleRawCurrentCapacity = 8205", "AppleRawMaxCapacity = 8546", "NominalChargeCapacity = 8786",
                "DesignCapacity = 8579");
        battery.AssertNumber(BatteryField.Percentage, 97);
        battery.AssertNumber(BatteryField.Charge, 8.205);
        battery.AssertNumber(BatteryField.ChargeFull, 8.546);
        battery.AssertNumber(BatteryField.StateOfHealth, 100 * 8546 / 8579.0);
    }

    [Fact]
    public void Charge_is_unknown_if_only_percent_is_reported()
    {
        BatterySnapshot battery = MacFixtures.Snapshot("CurrentCapacity = 74", "MaxCapacity = 100", "DesignCapacity = 8694", "Voltage = 12600");
        battery.AssertNumber(BatteryField.Percentage, 74);
        battery.AssertUnknown(BatteryField.Charge, ValueQuality.Missing);
        battery.AssertUnknown(BatteryField.ChargeFull, ValueQuality.Missing);
        battery.AssertUnknown(BatteryField.StateOfHealth, ValueQuality.Missing);
    }

    [Fact]
    public void CurrentCapacity_without_MaxCapacity_is_interpreted_by_the_raw_capacity()
    {
        MacFixtures.Snapshot("CurrentCapacity = 80", "AppleRawCurrentCapacity = 6698").AssertNumber(BatteryField.Percentage, 80);
        MacFixtures.Snapshot("CurrentCapacity = 100", "AppleRawCurrentCapacity = 6698").AssertNumber(BatteryField.Percentage, 100);
        MacFixtures.Snapshot("CurrentCapacity = 0", "AppleRawCurrentCapacity = 23").AssertNumber(BatteryField.Percentage, 0);
        MacFixtures.Snapshot("CurrentCapacity = 5761").AssertNumber(BatteryField.Charge, 5.761);

        // 80 % or 80 mAh: who knows.
        BatterySnapshot either = MacFixtures.Snapshot("CurrentCapacity = 80");
        either.AssertUnknown(BatteryField.Percentage, ValueQuality.Missing);
        either.AssertUnknown(BatteryField.Charge, ValueQuality.Missing);
    }

    [Fact]
    public void Percentage_is_unknown_if_MaxCapacity_is_0() =>
        MacFixtures.Snapshot("CurrentCapacity = 50", "MaxCapacity = 0").AssertUnknown(BatteryField.Percentage, ValueQuality.Missing);

    [Fact]
    public void The_newest_layout_has_the_capacities_in_BatteryData_alone()
    {
        BatterySnapshot battery = MacFixtures.Snapshot(
            "CurrentCapacity = 54", "MaxCapacity = 100",
            "BatteryData = {\"FullChargeCapacity\"=5793,\"NominalChargeCapacity\"=5937,\"DesignCapacity\"=5760,"
                + "\"RemainingCapacity\"=2994,\"MaxCapacity\"=100,\"CurrentCapacity\"=54}");
        battery.AssertNumber(BatteryField.Percentage, 54);
        battery.AssertNumber(BatteryField.Charge, 2.994);
        battery.AssertNumber(BatteryField.ChargeFull, 5.793);
        battery.AssertNumber(BatteryField.ChargeFullDesign, 5.76);
        battery.AssertNumber(BatteryField.StateOfHealth, 100 * 5793 / 5760.0);
    }

    [Fact]
    public void ChargeFull_is_the_nominal_capacity_if_there_is_no_other() =>
        MacFixtures.Snapshot("BatteryData = {\"DesignCapacity\"=4629,\"NominalChargeCapacity\"=4400}").AssertNumber(BatteryField.ChargeFull, 4.4);
}
