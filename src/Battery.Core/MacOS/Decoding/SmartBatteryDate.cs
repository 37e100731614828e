using Battery.Core.Raw;

namespace Battery.Core.MacOS.Decoding;

/// <summary>The date of manufacture, in two formats under one key: the service has the first, its BatteryData the second.</summary>
internal static class SmartBatteryDate
{
    // A Smart Battery date has 16 bits.
    private const long LargestPackedDate = 0xFFFF;
    private const int FirstPackedYear = 1980;

    // Six digits, YYMMDD. Linux's macsmc-power.c adds 2000 - 8 to the year, too.
    private const int DigitCount = 6;
    private const int FirstDigitsYear = 1992;

    /// <summary>Sets year, month and day. Whether they are a day is checked by the rule of all systems.</summary>
    public static void Decode(SmartBattery battery, RawReading reading)
    {
        // Smart Battery Data Specification, ManufactureDate(): day + month * 32 + (year - 1980) * 512.
        if (battery.Service.Integer(SmartBatteryKeys.ManufactureDate) is { } packed and > 0 and <= LargestPackedDate)
        {
            Set(reading, FirstPackedYear + (packed / 512), packed / 32 % 16, packed % 32);
            return;
        }

        foreach (PropertyDictionary gauge in battery.BatteryData)
        {
            if (gauge.Integer(SmartBatteryKeys.ManufactureDate) is { } digits && TryRead(digits, out int date))
            {
                Set(reading, FirstDigitsYear + (date / 10_000), date / 100 % 100, date % 100);
                return;
            }
        }
    }

    // The bytes of the number, from the lowest, are ASCII digits; the two above them are 0.
    private static bool TryRead(long number, out int date)
    {
        date = 0;
        for (int i = 0; i < DigitCount; i++)
        {
            long digit = (number % 256) - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            date = (10 * date) + (int)digit;
            number /= 256;
        }

        return number == 0;
    }

    private static void Set(RawReading reading, long year, long month, long day)
    {
        reading[SupplyProperty.ManufactureYear] = RawValue.Known(year);
        reading[SupplyProperty.ManufactureMonth] = RawValue.Known(month);
        reading[SupplyProperty.ManufactureDay] = RawValue.Known(day);
    }
}
