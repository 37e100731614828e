using Battery.Core.Raw;

namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// The temperature. Temperature of the service is in tenths of a kelvin, though it looks like hundredths of a degree: beside
/// it VirtualTemperature, in hundredths of a degree, shows it on every Mac that has both (3141 and 4089, 3046 and 3139).
/// In the pack of macOS 27, which took the key over, the two are equal (3359 and 3359): hundredths of a degree.
/// </summary>
internal static class SmartBatteryTemperature
{
    // 0 °C is 273.15 K.
    private const long ZeroCelsius = 27315;

    public static RawValue HundredthsOfDegree(SmartBattery battery)
    {
        long? virtualTemperature = battery.Service.Integer(SmartBatteryKeys.VirtualTemperature);
        if (battery.Service.Integer(SmartBatteryKeys.Temperature) is { } temperature and > -ZeroCelsius and < ZeroCelsius)
        {
            long ofTenths = (10 * temperature) - ZeroCelsius;

            // If the service's key changes its unit too, the two are equal, as in the pack. Nearly equal is not enough:
            // around 30 degrees both units give nearly the same, and the two sensors differ by more.
            return RawValue.Known(temperature == virtualTemperature ? temperature : ofTenths);
        }

        foreach (PropertyDictionary gauge in battery.BatteryData)
        {
            virtualTemperature ??= gauge.Integer(SmartBatteryKeys.VirtualTemperature) ?? gauge.Integer(SmartBatteryKeys.Temperature);
        }

        return SmartBatteryUnits.Times(virtualTemperature, 1);
    }
}
