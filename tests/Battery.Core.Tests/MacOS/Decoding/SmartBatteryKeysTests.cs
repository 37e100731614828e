using Battery.Core.Explanation;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Raw;

namespace Battery.Core.Tests.MacOS.Decoding;

/// <summary>Under which key a service reports each input: kIOPMPS…Key of IOPM.h, and published dumps for the others.</summary>
public class SmartBatteryKeysTests
{
    // The layout of Apple silicon.
    private static readonly PropertyDictionary s_service = PropertyLists.Of(
        ("BatteryInstalled", true), ("ExternalConnected", true), ("IsCharging", true), ("FullyCharged", false), ("AtCriticalLevel", true),
        ("CurrentCapacity", 97), ("MaxCapacity", 100), ("AppleRawCurrentCapacity", 8205), ("AppleRawMaxCapacity", 8546), ("DesignCapacity", 8579),
        ("Voltage", 12_500), ("Amperage", 1045), ("Temperature", 3058), ("CycleCount", 111), ("PermanentFailureStatus", 1),
        ("ChargerData", PropertyLists.Of(("NotChargingReason", 1L << 24))), ("AvgTimeToFull", 54), ("AvgTimeToEmpty", 119),
        ("ManufactureDate", 15_928), ("Manufacturer", "SMP"), ("DeviceName", "bq20z451"), ("Serial", "F5D"));

    [Theory]
    [InlineData((int)RuleInput.ExternalConnectedFlag, "ExternalConnected Yes")]
    [InlineData((int)RuleInput.ChargingFlag, "IsCharging Yes")]
    [InlineData((int)RuleInput.FullyChargedFlag, "FullyCharged No")]
    [InlineData((int)SupplyProperty.Type, "service AppleSmartBattery")]
    [InlineData((int)SupplyProperty.Scope, "service AppleSmartBattery")]
    [InlineData((int)SupplyProperty.Present, "BatteryInstalled Yes")]
    [InlineData((int)SupplyProperty.CapacityLevel, "AtCriticalLevel Yes")]
    [InlineData((int)SupplyProperty.Capacity, "CurrentCapacity 97 %")]
    [InlineData((int)SupplyProperty.ChargeNow, "AppleRawCurrentCapacity 8205 mAh")]
    [InlineData((int)SupplyProperty.ChargeFull, "AppleRawMaxCapacity 8546 mAh")]
    [InlineData((int)SupplyProperty.ChargeFullDesign, "DesignCapacity 8579 mAh")]
    [InlineData((int)SupplyProperty.VoltageNow, "Voltage 12500 mV")]
    [InlineData((int)SupplyProperty.CurrentNow, "Amperage 1045 mA")]
    [InlineData((int)SupplyProperty.Temperature, "Temperature 3058 0.1 K")]
    [InlineData((int)SupplyProperty.CycleCount, "CycleCount 111")]
    [InlineData((int)SupplyProperty.Condition, "PermanentFailureStatus 1")]
    [InlineData((int)SupplyProperty.ChargeHold, "ChargerData.NotChargingReason 16777216")]
    [InlineData((int)SupplyProperty.TimeToFullNow, "AvgTimeToFull 54 min")]
    [InlineData((int)SupplyProperty.TimeToEmptyNow, "AvgTimeToEmpty 119 min")]
    [InlineData((int)SupplyProperty.ManufactureYear, "ManufactureDate 15928")]
    [InlineData((int)SupplyProperty.Manufacturer, "Manufacturer SMP")]
    [InlineData((int)SupplyProperty.ModelName, "DeviceName bq20z451")]
    [InlineData((int)SupplyProperty.SerialNumber, "Serial F5D")]
    public void Source_of_an_input_is_its_key_with_what_it_reports(int input, string source) =>
        Assert.Equal(source, Assert.Single(Sources(s_service, input)).ToString());

    [Theory]
    [InlineData("VirtualTemperature", "BatteryData.VirtualTemperature 3359 0.01 °C")]
    [InlineData("Temperature", "BatteryData.Temperature 3359 0.01 °C")]
    public void Source_of_the_temperature_of_a_pack_is_in_hundredths_of_a_degree(string key, string source)
    {
        PropertyDictionary service = PropertyLists.Of(("BatteryData", PropertyLists.Of((key, 3359))));
        Assert.Equal(source, Assert.Single(Sources(service, (int)SupplyProperty.Temperature)).ToString());
    }

    [Theory]
    [InlineData((int)RuleInput.ExternalConnectedFlag, "ExternalConnected")]
    [InlineData((int)RuleInput.ChargingFlag, "IsCharging")]
    [InlineData((int)RuleInput.FullyChargedFlag, "FullyCharged")]
    [InlineData((int)SupplyProperty.Present, "BatteryInstalled")]
    [InlineData((int)SupplyProperty.CapacityLevel, "AtCriticalLevel")]
    [InlineData((int)SupplyProperty.Capacity, "CurrentCapacity")]
    [InlineData((int)SupplyProperty.ChargeNow, "AppleRawCurrentCapacity")]
    [InlineData((int)SupplyProperty.ChargeFull, "AppleRawMaxCapacity")]
    [InlineData((int)SupplyProperty.ChargeFullDesign, "DesignCapacity")]
    [InlineData((int)SupplyProperty.VoltageNow, "Voltage")]
    [InlineData((int)SupplyProperty.CurrentNow, "Amperage")]
    [InlineData((int)SupplyProperty.Temperature, "Temperature")]
    [InlineData((int)SupplyProperty.CycleCount, "CycleCount")]
    [InlineData((int)SupplyProperty.ChargeHold, "ChargerData.NotChargingReason")]
    [InlineData((int)SupplyProperty.Condition, "PermanentFailureStatus")]
    [InlineData((int)SupplyProperty.TimeToFullNow, "AvgTimeToFull")]
    [InlineData((int)SupplyProperty.TimeToEmptyNow, "AvgTimeToEmpty")]
    [InlineData((int)SupplyProperty.ManufactureYear, "ManufactureDate")]
    [InlineData((int)SupplyProperty.ManufactureMonth, "ManufactureDate")]
    [InlineData((int)SupplyProperty.ManufactureDay, "ManufactureDate")]
    [InlineData((int)SupplyProperty.Manufacturer, "Manufacturer")]
    [InlineData((int)SupplyProperty.ModelName, "DeviceName")]
    [InlineData((int)SupplyProperty.SerialNumber, "Serial")]
    public void Source_of_an_input_that_is_not_reported_is_its_key(int input, string key) =>
        Assert.Equal(key, Assert.Single(Sources(PropertyLists.Of(), input)).ToString());

    // No key reports a design voltage; the direction follows from external power.
    [Theory]
    [InlineData((int)SupplyProperty.VoltageMinDesign)]
    [InlineData((int)SupplyProperty.EnergyNow)]
    [InlineData((int)RuleInput.DischargingFlag)]
    [InlineData((int)RuleInput.ExternalPower)]
    public void An_input_without_a_key_has_no_source(int input) => Assert.Empty(Sources(s_service, input));

    private static IReadOnlyList<RawSource> Sources(PropertyDictionary service, int input)
    {
        var evidence = new MacOSEvidence(service, PropertyDecoding.SmartBattery);
        Assert.True(evidence.TryRead(new() { Name = "InternalBattery-0" }));
        return evidence.Sources((RuleInput)input);
    }
}
