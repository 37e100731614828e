using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Linux.Decoding;

public class PropertyNamesTests
{
    [Theory]
    [InlineData("type", SupplyProperty.Type, false)]
    [InlineData("TEMP", SupplyProperty.Temperature, false)]
    [InlineData("charge_control_start_threshold", SupplyProperty.ChargeStartThreshold, false)]
    [InlineData("CHARGE_START_THRESHOLD", SupplyProperty.ChargeStartThreshold, true)]
    [InlineData("charge_stop_threshold", SupplyProperty.ChargeEndThreshold, true)]
    [InlineData("energy_avg", SupplyProperty.EnergyNow, true)]
    [InlineData("CHARGE_AVG", SupplyProperty.ChargeNow, true)]
    public void Find_gives_the_property_of_a_file_or_a_key(string name, object property, bool isSecondary)
    {
        PropertyName found = PropertyNames.Find(Encoding.ASCII.GetBytes(name))!;
        Assert.Equal(((SupplyProperty)property, isSecondary), (found.Property, found.IsSecondary));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Type")]
    [InlineData("typo")]
    [InlineData("charge_control_start_threshold_of_another_kind")]
    public void Find_gives_nothing_for_other_names(string name) => Assert.Null(PropertyNames.Find(Encoding.ASCII.GetBytes(name)));

    [Fact]
    public void Of_gives_the_name_first_that_takes_precedence()
    {
        Assert.Equal(["charge_control_end_threshold", "charge_stop_threshold"], PropertyNames.Of(SupplyProperty.ChargeEndThreshold));
        Assert.Equal(["energy_now", "energy_avg"], PropertyNames.Of(SupplyProperty.EnergyNow));
    }
}
