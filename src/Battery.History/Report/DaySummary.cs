using Battery.History.Statistics;

namespace Battery.History.Report;

/// <summary>A day of a battery, local time.</summary>
/// <param name="Day">The date.</param>
/// <param name="Lowest">The lowest charge, %.</param>
/// <param name="Highest">The highest charge, %.</param>
/// <param name="OnBattery">How long the battery discharged, by the points that begin on that day.</param>
internal sealed record DaySummary(string Day, double Lowest, double Highest, TimeSpan OnBattery)
{
    private const int MaxDays = 366;

    /// <summary>The last days, the newest first.</summary>
    public static List<DaySummary> Of(Timeline timeline, ReportText text)
    {
        var days = new List<DaySummary>();
        DateTime date = default;
        for (int i = 0; i < timeline.Samples.Length; i++)
        {
            Sample sample = timeline.Samples[i];
            if (double.IsNaN(sample.Percentage))
            {
                continue;
            }

            TimeSpan onBattery = sample.IsDischarging ? timeline.Holds(i) : TimeSpan.Zero;
            DateTime day = text.Local(sample.Utc).Date;
            if (days.Count > 0 && day == date)
            {
                DaySummary last = days[^1];
                days[^1] = last with { Lowest = Math.Min(last.Lowest, sample.Percentage), Highest = Math.Max(last.Highest, sample.Percentage),
                    OnBattery = last.OnBattery + onBattery };
                continue;
            }

            date = day;
            days.Add(new(text.Day(sample.Utc), sample.Percentage, sample.Percentage, onBattery));
        }

        days.Reverse();
        return days.Count > MaxDays ? days[..MaxDays] : days;
    }
}
