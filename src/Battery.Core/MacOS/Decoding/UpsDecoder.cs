using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// Decodes the description of a UPS into a reading. Its <c>Voltage</c> and <c>Current</c> are not used: they are of the mains, of the
/// outlets or of the battery, whichever the UPS reported last (IOHIDUPSClass.m).
/// </summary>
internal static class UpsDecoder
{
    /// <summary>Fills a reading.</summary>
    public static void Decode(PropertyDictionary source, RawReading reading)
    {
        reading.Clear();
        RawValue percentage = Percentage(source);
        reading[SupplyProperty.Type] = RawValue.Known((int)SupplyType.Ups);
        reading[SupplyProperty.Scope] = RawValue.Known((int)BatteryScope.System);
        reading[SupplyProperty.Present] = SmartBatteryDecoder.Present(source.Flag(PowerSourceKeys.IsPresent));
        reading[SupplyProperty.Capacity] = percentage;
        reading[SupplyProperty.TimeToEmptyNow] = SmartBatteryUnits.Seconds(source.Integer(PowerSourceKeys.TimeToEmpty));
        reading[SupplyProperty.TimeToFullNow] = SmartBatteryUnits.Seconds(source.Integer(PowerSourceKeys.TimeToFull));
        reading.Flags = new(
            source.Text(PowerSourceKeys.State) switch
            {
                PowerSourceKeys.AcPower => true,
                PowerSourceKeys.BatteryPower => false,
                _ => null,
            },
            source.Flag(PowerSourceKeys.IsCharging),
            Discharging: null,
            Critical: null,
            IsCharged(source, percentage),
            Rate: default);
        SmartBatteryDecoder.SetText(reading, SupplyProperty.ModelName, source.Text(PowerSourceKeys.Name));
        SmartBatteryDecoder.SetText(
            reading, SupplyProperty.SerialNumber, source.Text(PowerSourceKeys.SerialNumber) ?? source.Text(PowerSourceKeys.AccessoryIdentifier));
    }

    private static RawValue Percentage(PropertyDictionary source) =>
        (source.Integer(PowerSourceKeys.CurrentCapacity), source.Integer(PowerSourceKeys.MaxCapacity)) switch
        {
            ({ } current, { } max) => PercentageRule.OfRatio(SmartBatteryUnits.Times(current, 1), SmartBatteryUnits.Times(max, 1)),
            _ => RawValue.Unknown(ValueQuality.Missing),
        };

    // IOPSKeys.h: 'A battery with capacity >= 95% and not charging, is defined as charged.' UPSes do not report the key.
    private static bool? IsCharged(PropertyDictionary source, RawValue percentage) =>
        source.Flag(PowerSourceKeys.IsCharged) ?? (percentage is { IsKnown: true, Number: >= StateRule.NearFull } ? true : null);
}
