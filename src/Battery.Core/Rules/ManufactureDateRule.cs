using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The day of manufacture.</summary>
internal static class ManufactureDateRule
{
    // The Smart Battery format counts 128 years from 1980.
    private const long FirstYear = 1980;
    private const long LastYear = FirstYear + 127;

    /// <summary>The date as the number yyyymmdd. Known only if all parts are valid: gauges that were never set report zeros.</summary>
    public static Measurement Date(RawReading raw)
    {
        RawValue year = raw[SupplyProperty.ManufactureYear];
        RawValue month = raw[SupplyProperty.ManufactureMonth];
        RawValue day = raw[SupplyProperty.ManufactureDay];
        if (!year.IsKnown || !month.IsKnown || !day.IsKnown)
        {
            return Measurement.Unknown(!year.IsKnown ? year.Quality : !month.IsKnown ? month.Quality : day.Quality);
        }

        bool exists = year.Number is >= FirstYear and <= LastYear
            && month.Number is >= 1 and <= 12
            && day.Number >= 1 && day.Number <= DateTime.DaysInMonth((int)year.Number, (int)month.Number);
        return exists
            ? Measurement.Known((year.Number * 10_000) + (month.Number * 100) + day.Number)
            : Measurement.Unknown(ValueQuality.OutOfRange);
    }
}
