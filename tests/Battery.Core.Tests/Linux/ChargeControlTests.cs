using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Linux;

public class ChargeControlTests
{
    [Theory]
    [InlineData("0", ValueQuality.ReportedUnknown)]
    [InlineData("2", ValueQuality.Malformed)]
    public void ChargeType_is_unknown_for_other_words(string words, ValueQuality quality) =>
        Assert.Equal(quality, ChargeControlParser.ChargeType(Encoding.ASCII.GetBytes(words)).Quality);

    [Fact]
    public void ChargeBehavior_is_unknown_without_an_active_word() =>
        Assert.Equal(ValueQuality.ReportedUnknown, ChargeControlParser.ChargeBehavior("[]"u8).Quality);

    // drivers/platform/x86: ideapad-laptop (6.17), dell-laptop (6.14); AvengeMedia/DankMaterialShell #3278 has file and uevent.
    [Theory]
    [InlineData("Fast Standard [Long_Life]\n", ChargeType.LongLife, ChargeTypes.Fast | ChargeTypes.Standard | ChargeTypes.LongLife)]
    [InlineData("[Trickle] Fast Standard Adaptive Custom\n", ChargeType.Trickle,
        ChargeTypes.Trickle | ChargeTypes.Fast | ChargeTypes.Standard | ChargeTypes.Adaptive | ChargeTypes.Custom)]
    [InlineData("[Standard] Wondrous", ChargeType.Standard, ChargeTypes.Standard)]
    [InlineData("[Standard]", ChargeType.Standard, ChargeTypes.Standard)]
    public void The_file_of_charge_types_has_all_with_the_active_one_in_brackets(string file, ChargeType active, ChargeTypes available)
    {
        RawReading raw = Parse(SupplyProperty.AvailableChargeTypes, file);
        Assert.Equal(RawValue.Known((int)active), raw[SupplyProperty.ChargeType]);
        Assert.Equal(RawValue.Known((int)available), raw[SupplyProperty.AvailableChargeTypes]);
    }

    [Theory]
    [InlineData("CHARGE_TYPES=Long Life", ChargeType.LongLife)]
    [InlineData("CHARGE_TYPE=Long Life", ChargeType.LongLife)]
    [InlineData("CHARGE_TYPE=N/A", ChargeType.None)]
    [InlineData("CHARGE_TYPE=Taper", ChargeType.Taper)]
    [InlineData("CHARGE_TYPE=Fast\nCHARGE_TYPES=Adaptive", ChargeType.Adaptive)]
    [InlineData("CHARGE_TYPE=Fast\nCHARGE_TYPES=Wondrous", ChargeType.Fast)]
    public void Uevent_has_the_active_charge_type_only(string lines, ChargeType active)
    {
        BatterySnapshot snapshot = UeventBuilder.Snapshot(lines);
        Assert.Equal(active, (ChargeType)snapshot.Code(BatteryField.ChargeType));
        snapshot.AssertUnknown(BatteryField.AvailableChargeTypes, ValueQuality.Missing);
    }

    [Theory]
    [InlineData("[Wondrous] Odd", ValueQuality.Malformed)]
    [InlineData("[Unknown]", ValueQuality.ReportedUnknown)]
    [InlineData("", ValueQuality.ReportedUnknown)]
    public void A_charge_type_that_is_not_known_is_unknown(string file, ValueQuality quality) =>
        Assert.Equal(quality, Parse(SupplyProperty.AvailableChargeTypes, file)[SupplyProperty.ChargeType].Quality);

    [Theory]
    [InlineData("[auto] inhibit-charge force-discharge", ChargeBehavior.Auto)]
    [InlineData("auto [inhibit-charge] force-discharge\n", ChargeBehavior.InhibitCharge)]
    [InlineData("auto inhibit-charge [inhibit-charge-awake]", ChargeBehavior.InhibitChargeAwake)]
    [InlineData("auto inhibit-charge [force-discharge]", ChargeBehavior.ForceDischarge)]
    [InlineData("auto", ChargeBehavior.Auto)]
    public void The_charge_behavior_is_the_word_in_brackets(string file, ChargeBehavior expected) =>
        Assert.Equal(RawValue.Known((int)expected), Parse(SupplyProperty.ChargeBehavior, file)[SupplyProperty.ChargeBehavior]);

    [Theory]
    [InlineData("Good", BatteryCondition.Good)]
    [InlineData("Cold", BatteryCondition.Cold)]
    [InlineData("Calibration required", BatteryCondition.CalibrationRequired)]
    [InlineData("Unspecified failure", BatteryCondition.UnspecifiedFailure)]
    [InlineData("Cell imbalance", BatteryCondition.CellImbalance)]
    [InlineData("Unknown", BatteryCondition.Unknown)]
    [InlineData("Splendid", BatteryCondition.Unknown)]
    public void The_condition_is_the_word_of_health(string word, BatteryCondition expected) =>
        Assert.Equal(expected, (BatteryCondition)UeventBuilder.Snapshot($"HEALTH={word}").Code(BatteryField.Condition));

    [Theory]
    [InlineData("93", 93)]
    [InlineData("101", null)]
    [InlineData("-1", null)]
    public void The_reported_state_of_health_is_from_0_to_100(string text, int? expected)
    {
        double number = UeventBuilder.Snapshot($"STATE_OF_HEALTH={text}").Number(BatteryField.ReportedStateOfHealth);
        Assert.Equal(expected ?? double.NaN, number);
    }

    private static RawReading Parse(SupplyProperty property, string text)
    {
        var raw = new RawReading { Name = "BAT0" };
        PropertyParser.Parse(property, Encoding.ASCII.GetBytes(text), raw);
        return raw;
    }
}
