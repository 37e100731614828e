using Battery.Core.Explanation;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Windows;

namespace Battery.Core.Tests.Windows.Decoding;

/// <summary>
/// Which member of poclass.h an input is decoded from, and that it is found there: the output buffers are laid out by <see cref="IoctlResponses"/>.
/// </summary>
public class StructureMemberTests
{
    [Theory]
    [InlineData((int)RuleInput.ExternalConnectedFlag, "BATTERY_STATUS.PowerState 0x0000000A")]
    [InlineData((int)RuleInput.ChargingFlag, "BATTERY_STATUS.PowerState 0x0000000A")]
    [InlineData((int)RuleInput.DischargingFlag, "BATTERY_STATUS.PowerState 0x0000000A")]
    [InlineData((int)RuleInput.CriticalFlag, "BATTERY_STATUS.PowerState 0x0000000A")]
    [InlineData((int)SupplyProperty.Status, "BATTERY_STATUS.PowerState 0x0000000A")]
    [InlineData((int)SupplyProperty.CapacityLevel, "BATTERY_STATUS.PowerState 0x0000000A")]
    [InlineData((int)SupplyProperty.EnergyNow, "BATTERY_STATUS.Capacity 30000 mWh")]
    [InlineData((int)SupplyProperty.VoltageNow, "BATTERY_STATUS.Voltage 11800 mV")]
    [InlineData((int)SupplyProperty.PowerNow, "BATTERY_STATUS.Rate -12000 mW")]
    [InlineData((int)SupplyProperty.Type, "BATTERY_INFORMATION.Capabilities 0x80000000")]
    [InlineData((int)SupplyProperty.Technology, "BATTERY_INFORMATION.Chemistry LION")]
    [InlineData((int)SupplyProperty.EnergyFullDesign, "BATTERY_INFORMATION.DesignedCapacity 50000 mWh")]
    [InlineData((int)SupplyProperty.EnergyFull, "BATTERY_INFORMATION.FullChargedCapacity 45000 mWh")]
    [InlineData((int)SupplyProperty.CycleCount, "BATTERY_INFORMATION.CycleCount 123")]
    [InlineData((int)SupplyProperty.Temperature, "BatteryTemperature 3012 0.1 K")]
    [InlineData((int)SupplyProperty.TimeToEmptyNow, "BatteryEstimatedTime 8400 s")]
    [InlineData((int)SupplyProperty.ManufactureDay, "BATTERY_MANUFACTURE_DATE.Day 3")]
    [InlineData((int)SupplyProperty.ManufactureMonth, "BATTERY_MANUFACTURE_DATE.Month 2")]
    [InlineData((int)SupplyProperty.ManufactureYear, "BATTERY_MANUFACTURE_DATE.Year 2021")]
    [InlineData((int)SupplyProperty.ModelName, "BatteryDeviceName DELL 0FJMK02")]
    [InlineData((int)SupplyProperty.Manufacturer, "BatteryManufactureName Samsung SDI")]
    [InlineData((int)SupplyProperty.SerialNumber, "BatterySerialNumber 1111")]
    public void Source_of_an_input_is_its_member_with_what_it_reports(int input, string source) =>
        Assert.Equal(source, Assert.Single(Sources(input)).ToString());

    // BATTERY_CAPACITY_RELATIVE: 'The battery capacity and rate information are relative, and not in any specific units.'
    [Theory]
    [InlineData((int)SupplyProperty.EnergyNow, "BATTERY_STATUS.Capacity 30000")]
    [InlineData((int)SupplyProperty.PowerNow, "BATTERY_STATUS.Rate -12000")]
    [InlineData((int)SupplyProperty.EnergyFull, "BATTERY_INFORMATION.FullChargedCapacity 45000")]
    [InlineData((int)SupplyProperty.EnergyFullDesign, "BATTERY_INFORMATION.DesignedCapacity 50000")]
    [InlineData((int)SupplyProperty.VoltageNow, "BATTERY_STATUS.Voltage 11800 mV")]
    public void Source_of_a_relative_capacity_or_rate_has_no_unit(int input, string source) =>
        Assert.Equal(source, Assert.Single(Sources(input, IoctlResponses.System | IoctlResponses.Relative)).ToString());

    // No level reports a current or a scope, and no structure whether the battery is full.
    [Theory]
    [InlineData((int)SupplyProperty.CurrentNow)]
    [InlineData((int)SupplyProperty.Scope)]
    [InlineData((int)RuleInput.FullyChargedFlag)]
    [InlineData((int)RuleInput.ExternalPower)]
    public void An_input_without_a_member_has_no_source(int input) => Assert.Empty(Sources(input));

    private static IReadOnlyList<RawSource> Sources(int input, uint capabilities = IoctlResponses.System)
    {
        var device = new RecordedDevice("0");
        Add("tag", IoctlResponses.Number(1));
        Add("status", IoctlResponses.Status(IoctlResponses.Discharging | IoctlResponses.Critical));
        Add("information", IoctlResponses.Information(capabilities: capabilities));
        Add("temperature", IoctlResponses.Number(3012));
        Add("estimated-time", IoctlResponses.Number(8400));
        Add("device-name", IoctlResponses.Text("DELL 0FJMK02\0"));
        Add("manufacture-date", IoctlResponses.Date(3, 2, 2021));
        Add("manufacture-name", IoctlResponses.Text("Samsung SDI\0"));
        Add("serial-number", IoctlResponses.Text("1111\0"));

        var evidence = new WindowsEvidence(device);
        Assert.True(evidence.TryRead(new() { Name = "BAT0" }));
        return evidence.Sources((RuleInput)input);

        void Add(string key, byte[] response) => device.TryAdd(key, new(response));
    }
}
