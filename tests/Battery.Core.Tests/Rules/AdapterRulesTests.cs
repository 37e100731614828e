using Battery.Core.Model;
using Battery.Core.Rules;
using Battery.Core.Sources;

namespace Battery.Core.Tests.Rules;

public class AdapterRulesTests
{
    private const string Ucsi = "ucsi-source-psy-cros_ec_ucsi.4.auto2";

    // linux-usb, Benson Leung, "usb: typec: ucsi: psy: Fix voltage and current max for non-Fixed PDOs": 20 V at 3.25 A; the highest
    // voltage times the highest current would be 80 W.
    private const string Contract =
        "TYPE=USB\nONLINE=1\nUSB_TYPE=C [PD] PD_PPS PD_DRP\nVOLTAGE_MIN=5000000\nVOLTAGE_MAX=20000000\nVOLTAGE_NOW=20000000\n"
        + "CURRENT_MAX=4000000\nCURRENT_NOW=3250000";

    [Theory]
    [InlineData("TYPE=Mains", AdapterType.Mains)]
    [InlineData("TYPE=BrickID", AdapterType.Mains)]
    [InlineData("TYPE=Wireless", AdapterType.Wireless)]
    [InlineData("TYPE=USB", AdapterType.Usb)]
    [InlineData("TYPE=USB_DCP", AdapterType.Usb)]
    [InlineData("TYPE=USB_C", AdapterType.UsbC)]
    [InlineData("TYPE=USB_PD", AdapterType.UsbPd)]
    [InlineData("TYPE=USB_PD_DRP", AdapterType.UsbPd)]
    [InlineData("TYPE=USB\nUSB_TYPE=[C] PD PD_PPS", AdapterType.UsbC)]
    [InlineData("TYPE=USB\nUSB_TYPE=C [PD] PD_PPS", AdapterType.UsbPd)]
    [InlineData("TYPE=USB\nUSB_TYPE=C PD [PD_PPS]", AdapterType.UsbPd)]
    [InlineData("TYPE=USB\nUSB_TYPE=SDP CDP [DCP]", AdapterType.Usb)]
    [InlineData("TYPE=USB_PD\nUSB_TYPE=[C] PD PD_PPS", AdapterType.UsbC)]
    [InlineData("TYPE=USB_PD\nUSB_TYPE=[Unknown] SDP PD", AdapterType.UsbPd)]
    [InlineData("TYPE=USB\nUSB_TYPE=C PD PD_PPS", AdapterType.Usb)]
    [InlineData("TYPE=USB\nUSB_TYPE=C [PD", AdapterType.Usb)]
    [InlineData("TYPE=USB\nUSB_TYPE=", AdapterType.Usb)]
    [InlineData("TYPE=Mains\nUSB_TYPE=C [PD]", AdapterType.Mains)]
    [InlineData("TYPE=Battery\nUSB_TYPE=C [PD]", AdapterType.Unknown)]
    [InlineData("ONLINE=1", AdapterType.Unknown)]
    public void Type_is_that_of_the_connected_source(string lines, AdapterType type) => Assert.Equal(type, AdapterRules.Type(UeventBuilder.Raw(lines)));

    [Theory]
    [InlineData(Ucsi)]
    [InlineData("tcpm-source-psy-4-0022")]
    public void Adapter_has_the_voltage_the_current_and_the_power_of_its_contract(string name)
    {
        Adapter adapter = Adapter(Contract, name);
        Assert.Equal((name, AdapterType.UsbPd, true), (adapter.Name, adapter.Type, adapter.IsOnline));
        Assert.Equal((20, 3.25, 65), (adapter.Voltage.Value, adapter.Current.Value, adapter.MaxPower.Value));
    }

    // USB Type-C current: the source advertises 1.5 or 3 A. The UCSI driver reports 0.1 A where it advertises neither.
    [Theory]
    [InlineData("3000000", 15.0)]
    [InlineData("1500000", 7.5)]
    [InlineData("100000", null)]
    [InlineData("0", null)]
    public void Power_without_a_contract_is_that_of_the_advertised_current(string current, double? power)
    {
        Adapter adapter = Adapter($"TYPE=USB\nONLINE=1\nUSB_TYPE=[C] PD PD_PPS\nVOLTAGE_NOW=5000000\nCURRENT_NOW={current}", Ucsi);
        Assert.Equal((AdapterType.UsbC, 5), (adapter.Type, adapter.Voltage.Value));
        Assert.Equal(power, Known(adapter.MaxPower));
        Assert.Equal(power / 5, Known(adapter.Current));
    }

    [Fact]
    public void Power_of_a_contract_may_be_that_of_a_small_current() =>
        Assert.Equal(4.5, Adapter("TYPE=USB\nONLINE=1\nUSB_TYPE=C [PD]\nVOLTAGE_NOW=9000000\nCURRENT_NOW=500000", Ucsi).MaxPower.Value, 9);

    [Fact]
    public void AdapterPower_is_the_first_that_is_known() =>
        Assert.Equal(65, SupplyRules.AdapterPower([
            Adapter("ONLINE=1", "AC"), Adapter(Contract, Ucsi), Adapter("ONLINE=1\nINPUT_POWER_LIMIT=30000000", "macsmc-ac"),
        ]).Value);

    [Theory]
    [InlineData("ONLINE=1\nUSB_TYPE=C [PD]\nVOLTAGE_MAX=20000000\nCURRENT_MAX=3000000")]
    [InlineData("ONLINE=1\nUSB_TYPE=C [PD]\nVOLTAGE_NOW=0\nCURRENT_NOW=3000000")]
    [InlineData("ONLINE=1\nUSB_TYPE=C [PD]\nVOLTAGE_NOW=20000000\nCURRENT_NOW=0")]
    [InlineData("ONLINE=1\nUSB_TYPE=C [PD]\nVOLTAGE_NOW=20000000\nCURRENT_NOW=-3000000")]
    [InlineData("ONLINE=1\nVOLTAGE_NOW=20000000\nCURRENT_NOW=3000000")]
    [InlineData("ONLINE=1\nINPUT_POWER_LIMIT=60000000")]
    public void Power_is_unknown_without_a_whole_contract(string lines) => Assert.False(Adapter(lines, Ucsi).MaxPower.IsKnown);

    // The present values of a charger in the machine, which is not the adapter.
    [Fact]
    public void Voltage_and_current_of_other_drivers_are_measured_and_their_power_is_unknown()
    {
        Adapter adapter = Adapter(Contract, "qcom-battmgr-usb");
        Assert.Equal((20, 3.25), (adapter.Voltage.Value, adapter.Current.Value));
        Assert.Equal(ValueQuality.Missing, adapter.MaxPower.Quality);
    }

    [Fact]
    public void Values_are_unknown_while_the_adapter_is_offline()
    {
        Adapter adapter = Adapter(Contract.Replace("ONLINE=1", "ONLINE=0", StringComparison.Ordinal), Ucsi);
        Assert.False(adapter.IsOnline);
        Assert.All([adapter.Voltage, adapter.Current, adapter.MaxPower], static value => Assert.Equal(ValueQuality.NotInThisState, value.Quality));
    }

    // drivers/power/supply/macsmc-power.c.
    [Theory]
    [InlineData("67000000", 67.0)]
    [InlineData("0", null)]
    [InlineData("401000000", null)]
    public void Power_of_an_Apple_adapter_is_its_limit(string limit, double? expected)
    {
        Adapter adapter = Adapter(
            $"TYPE=Mains\nONLINE=1\nVOLTAGE_NOW=19820000\nINPUT_CURRENT_LIMIT=3250000\nINPUT_POWER_LIMIT={limit}", "macsmc-ac");
        Assert.Equal((AdapterType.Mains, 19.82, 3.25), (adapter.Type, adapter.Voltage.Value, adapter.Current.Value));
        Assert.Equal(expected, Known(adapter.MaxPower));
    }

    private static Adapter Adapter(string lines, string name) => AdapterRules.Adapter(UeventBuilder.Raw(lines, name));

    private static double? Known(Measurement value) => value.IsKnown ? value.Value : null;
}
