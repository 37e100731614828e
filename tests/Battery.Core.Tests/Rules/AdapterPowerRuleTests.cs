using Battery.Core.Model;
using Battery.Core.Rules;

namespace Battery.Core.Tests.Rules;

public class AdapterPowerRuleTests
{
    private const string Ucsi = "ucsi-source-psy-cros_ec_ucsi.4.auto2";

    // linux-usb, Benson Leung, "usb: typec: ucsi: psy: Fix voltage and current max for non-Fixed PDOs": 20 V at 3.25 A; the highest
    // voltage times the highest current would be 80 W.
    private const string Contract =
        "ONLINE=1\nUSB_TYPE=C [PD] PD_PPS PD_DRP\nVOLTAGE_MIN=5000000\nVOLTAGE_MAX=20000000\nVOLTAGE_NOW=20000000\nCURRENT_MAX=4000000\nCURRENT_NOW=3250000";

    [Theory]
    [InlineData(Ucsi)]
    [InlineData("tcpm-source-psy-4-0022")]
    public void Power_is_that_of_the_contract(string name) => Assert.Equal(65, Power(Contract, name).Value, 6);

    [Theory]
    [InlineData("ONLINE=1\nUSB_TYPE=[C] PD PD_PPS\nVOLTAGE_NOW=5000000\nCURRENT_NOW=3000000")]
    [InlineData("ONLINE=1\nUSB_TYPE=C [PD]\nVOLTAGE_MAX=20000000\nCURRENT_MAX=3000000")]
    [InlineData("ONLINE=1\nUSB_TYPE=C [PD]\nVOLTAGE_NOW=0\nCURRENT_NOW=3000000")]
    [InlineData("ONLINE=1\nUSB_TYPE=C [PD]\nVOLTAGE_NOW=20000000\nCURRENT_NOW=0")]
    [InlineData("ONLINE=1\nINPUT_POWER_LIMIT=60000000")]
    public void Power_is_unknown_without_a_contract(string lines) => Assert.False(Power(lines, Ucsi).IsKnown);

    [Fact]
    public void Power_of_other_drivers_is_unknown() => Assert.False(Power(Contract, "qcom-battmgr-usb").IsKnown);

    [Fact]
    public void Power_is_unknown_while_the_adapter_is_offline() =>
        Assert.Equal(ValueQuality.NotInThisState, Power(Contract.Replace("ONLINE=1", "ONLINE=0", StringComparison.Ordinal), Ucsi).Quality);

    // drivers/power/supply/macsmc-power.c.
    [Theory]
    [InlineData("67000000", 67.0)]
    [InlineData("0", null)]
    [InlineData("401000000", null)]
    public void Power_of_an_Apple_adapter_is_its_limit(string limit, double? expected)
    {
        Measurement power = Power($"TYPE=Mains\nONLINE=1\nINPUT_POWER_LIMIT={limit}", "macsmc-ac");
        Assert.Equal(expected, power.IsKnown ? power.Value : null);
    }

    private static Measurement Power(string lines, string name) => AdapterPowerRule.Power(UeventBuilder.Raw(lines, name));
}
