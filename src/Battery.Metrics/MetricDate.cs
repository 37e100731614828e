using System.Globalization;

namespace Battery.Metrics;

/// <summary>A day as a number yyyymmdd.</summary>
internal static class MetricDate
{
    private const int DaysPerMonth = 100;
    private const int DaysPerYear = 10_000;
    private const double SecondsPerDay = 86_400;

    /// <summary>The day as ISO 8601 writes it.</summary>
    public static string ToText(double day)
    {
        (int year, int month, int date) = Parts(day);
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{date:00}");
    }

    /// <summary>The seconds from 1970 to the beginning of the day, UTC; NaN for NaN.</summary>
    public static double ToUnixTime(double day)
    {
        if (double.IsNaN(day))
        {
            return double.NaN;
        }

        (int year, int month, int date) = Parts(day);

        // On Windows DateTime.UnixEpoch asks the system for leap seconds, by a function that is not linked into libbattery.
        return (new DateOnly(year, month, date).DayNumber - new DateOnly(1970, 1, 1).DayNumber) * SecondsPerDay;
    }

    private static (int Year, int Month, int Day) Parts(double day) =>
        ((int)day / DaysPerYear, (int)day / DaysPerMonth % DaysPerMonth, (int)day % DaysPerMonth);
}
