using System.Text;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// Decodes the properties of an AppleSmartBattery service into a reading. What no key reports stays unknown:
/// there is no key for the chemistry, the design voltage or the charge limit (if it holds the battery, NotChargingReason
/// reports that, but not the limit).
/// </summary>
internal static class SmartBatteryDecoder
{
    /// <summary>Fills a reading.</summary>
    public static void Decode(PropertyDictionary service, RawReading reading)
    {
        reading.Clear();
        var battery = new SmartBattery(service);
        reading[SupplyProperty.Type] = RawValue.Known((int)SupplyType.Battery);
        reading[SupplyProperty.Scope] = RawValue.Known((int)BatteryScope.System);
        reading[SupplyProperty.Present] = Present(battery.Flag(SmartBatteryKeys.BatteryInstalled));
        reading.Flags = new(
            battery.IsExternalConnected,
            battery.Flag(SmartBatteryKeys.IsCharging),
            Discharging: null,
            Critical: null,
            battery.Flag(SmartBatteryKeys.FullyCharged),
            Rate: default);
        reading[SupplyProperty.CapacityLevel] = battery.Flag(SmartBatteryKeys.AtCriticalLevel) == true
            ? RawValue.Known((int)CapacityLevel.Critical)
            : RawValue.Unknown(ValueQuality.Missing);
        SmartBatteryCapacities.Decode(battery, reading);
        reading[SupplyProperty.VoltageNow] = SmartBatteryUnits.Micro(battery.Integer(SmartBatteryKeys.Voltage, SmartBatteryKeys.AppleRawBatteryVoltage));
        reading[SupplyProperty.CurrentNow] = SmartBatteryUnits.MicroSigned(battery.Integer(SmartBatteryKeys.Amperage, SmartBatteryKeys.InstantAmperage));
        reading[SupplyProperty.Temperature] = SmartBatteryTemperature.HundredthsOfDegree(battery);
        reading[SupplyProperty.CycleCount] = SmartBatteryUnits.Times(battery.Integer(SmartBatteryKeys.CycleCount), 1);
        reading[SupplyProperty.ChargeHold] = NotChargingReason.Hold(battery.NotChargingReason);
        reading[SupplyProperty.Condition] = battery.Integer(SmartBatteryKeys.PermanentFailureStatus) is null or 0
            ? RawValue.Unknown(ValueQuality.Missing)
            : RawValue.Known((int)BatteryCondition.UnspecifiedFailure);
        DecodeTimes(battery, reading);
        SmartBatteryDate.Decode(battery, reading);
        SetText(reading, SupplyProperty.Manufacturer, battery.Text(SmartBatteryKeys.Manufacturer));
        SetText(reading, SupplyProperty.ModelName, battery.Text(SmartBatteryKeys.DeviceName));
        SetText(reading, SupplyProperty.SerialNumber, battery.Text(SmartBatteryKeys.BatterySerialNumber) ?? battery.Text(SmartBatteryKeys.Serial));
    }

    /// <summary>Whether a battery is installed. A desktop Mac has the service and no battery.</summary>
    public static RawValue Present(bool? isInstalled) => isInstalled switch
    {
        true => RawValue.Known(1),
        false => RawValue.Known(0),
        null => RawValue.Unknown(ValueQuality.Missing),
    };

    /// <summary>Sets a string property; a missing string leaves it unknown.</summary>
    public static void SetText(RawReading reading, SupplyProperty property, string? text)
    {
        if (text is not null)
        {
            reading.Text(property).Set(Encoding.UTF8.GetBytes(text));
        }
    }

    // TimeRemaining is to full or to empty, depending on the state; used if the estimate of that direction is unknown.
    private static void DecodeTimes(SmartBattery battery, RawReading reading)
    {
        RawValue toFull = SmartBatteryUnits.Seconds(battery.Integer(SmartBatteryKeys.AvgTimeToFull));
        RawValue toEmpty = SmartBatteryUnits.Seconds(battery.Integer(SmartBatteryKeys.AvgTimeToEmpty));
        RawValue remaining = SmartBatteryUnits.Seconds(battery.Integer(SmartBatteryKeys.TimeRemaining));
        RawValue status = StateRule.State(reading);
        bool charges = status is { IsKnown: true, Number: (int)BatteryState.Charging };
        bool discharges = status is { IsKnown: true, Number: (int)BatteryState.Discharging };
        reading[SupplyProperty.TimeToFullNow] = charges && !toFull.IsKnown ? remaining : toFull;
        reading[SupplyProperty.TimeToEmptyNow] = discharges && !toEmpty.IsKnown ? remaining : toEmpty;
    }
}
