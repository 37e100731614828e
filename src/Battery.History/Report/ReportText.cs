using System.Globalization;

namespace Battery.History.Report;

/// <summary>Formats values for the report: with their units, the same on every machine. Unknown is a dash.</summary>
internal sealed class ReportText(TimeZoneInfo zone)
{
    public const string Unknown = "–";

    public static string Number(double? value, string format, string unit) =>
        value is { } number ? $"{Signed(number.ToString(format, CultureInfo.InvariantCulture))} {unit}" : Unknown;

    public static string Percent(double? value) => Number(value, "0", "%");

    /// <summary>A change from one percentage to another.</summary>
    public static string Change(double? from, double? to) => $"{Percent(from)} → {Percent(to)}";

    public static string Duration(TimeSpan time)
    {
        long minutes = (long)Math.Round(time.TotalMinutes);
        return time < TimeSpan.FromSeconds(59.5) ? $"{time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s"
            : minutes < 60 ? $"{minutes} min"
            : minutes < 48 * 60 ? $"{minutes / 60} h {minutes % 60:00} min"
            : $"{minutes / 1440} d {minutes % 1440 / 60} h";
    }

    public string Time(DateTime utc) => Local(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public string Day(DateTime utc) => Local(utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    /// <summary>The zone's offset at a time, for example UTC+01:00.</summary>
    public string Offset(DateTime utc)
    {
        TimeSpan offset = zone.GetUtcOffset(utc);
        return $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset.Duration():hh\\:mm}";
    }

    private static string Signed(string number) => number.StartsWith('-') ? "−" + number[1..] : number;
}
