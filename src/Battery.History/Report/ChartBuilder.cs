using Battery.History.Statistics;

namespace Battery.History.Report;

/// <summary>Creates the charts of a battery's history. The last days keep more points than the time before them.</summary>
internal sealed class ChartBuilder(Timeline timeline, BatteryStatistics statistics, string group, int maxPoints)
{
    private static readonly TimeSpan s_recent = TimeSpan.FromDays(14);
    private const double Scale = 10;
    private const int MaxSpans = 500;
    private readonly Sample[] _samples = timeline.Samples;

    /// <summary>Charge over time with external power and sleep; null if no percentage is known.</summary>
    public ChartData? Charge()
    {
        var points = new List<(DateTime, double)>();
        for (int i = 0; i < _samples.Length; i++)
        {
            Sample sample = _samples[i];
            if (i > 0 && points.Count > 0 && (sample.IsFirst || sample.Utc - _samples[i - 1].End > Timeline.LongestGap))
            {
                points.Add((_samples[i - 1].End.AddSeconds(1), double.NaN));
            }

            if (!double.IsNaN(sample.Percentage))
            {
                points.Add((sample.Utc, sample.Percentage));
                if (sample.IsUsage && !double.IsNaN(sample.PercentUsed) && (i + 1 == _samples.Length || _samples[i + 1].Utc > sample.End))
                {
                    points.Add((sample.End, Math.Clamp(sample.Percentage - sample.PercentUsed, 0, 100)));
                }
            }
        }

        return points.Count < 2 ? null : Chart("charge", "%", "Charge", "area", points) with
        {
            Range = [0, 100],
            Mains = Spans(static (sample, _) => sample.Flags.HasFlag(Sample.Traits.External)),
            Sleep = SleepSpans(),
        };
    }

    /// <summary>Power over time, positive while the battery discharges; null if it is not known.</summary>
    public ChartData? Power()
    {
        var points = new List<(DateTime, double)>();
        for (int i = 0; i < _samples.Length; i++)
        {
            Sample sample = _samples[i];
            bool isPeriod = sample.IsUsage && sample.Duration > TimeSpan.Zero;
            double power = isPeriod ? sample.EnergyUsed / sample.Duration!.Value.TotalHours : sample.IsCharging ? -sample.Rate : sample.Rate;
            if (double.IsNaN(power))
            {
                continue;
            }

            points.Add((sample.Utc, power));
            DateTime holds = sample.Utc + timeline.Holds(i);
            if (i + 1 == _samples.Length || _samples[i + 1].Utc - holds > timeline.Silence)
            {
                points.Add((isPeriod ? sample.End : holds.AddSeconds(1), double.NaN));
            }
        }

        return points.Count(static point => !double.IsNaN(point.Item2)) < 2 ? null
            : Chart("power", "W", "Power", _samples[0].IsUsage ? "step" : "line", points);
    }

    /// <summary>The full capacity with its trend; null if fewer than two are known.</summary>
    public ChartData? Capacity()
    {
        List<(DateTime Utc, double Value)> points =
            Downsampler.Reduce(statistics.Capacities.Select(static entry => (entry.Utc, entry.Energy)).ToList(), maxPoints / 2);
        if (points.Count < 2)
        {
            return null;
        }

        var series = new List<ChartSeries> { new("Full capacity", "points", Values(points)) };
        if (statistics.CapacityTrend is { } trend)
        {
            double length = (trend.UtcEnd - trend.UtcStart).TotalDays;
            series.Add(new("Trend", "trend", points.ConvertAll(
                point => (double?)Rounded(trend.StartEnergyFull
                    + ((trend.EndEnergyFull - trend.StartEnergyFull) * (point.Utc - trend.UtcStart).TotalDays / length)))));
        }

        return new() { Id = $"{group}-capacity", Group = group, Unit = "Wh", Times = Times(points), Series = series, Range = CapacityRange() };
    }

    // From the 5th to the 95th percentile, with a margin, so that one outlier does not flatten the chart.
    private double[] CapacityRange()
    {
        double[] sorted = statistics.Capacities.Select(static entry => entry.Energy).Order().ToArray();
        double low = sorted[sorted.Length / 20];
        double high = sorted[^((sorted.Length / 20) + 1)];
        double room = Math.Max(high - low, high / 20) / 2;
        return [Rounded(Math.Max(0, low - room)), Rounded(high + room)];
    }

    private ChartData Chart(string name, string unit, string label, string style, List<(DateTime Utc, double Value)> points)
    {
        DateTime recent = points[^1].Utc - s_recent;
        int first = points.FindIndex(point => point.Utc >= recent);
        List<(DateTime, double)> shown =
            [.. Downsampler.Reduce(points[..first], maxPoints / 2), .. Downsampler.Reduce(points[first..], maxPoints)];
        return new() { Id = $"{group}-{name}", Group = group, Unit = unit, Times = Times(shown), Series = [new(label, style, Values(shown))], IsZoomed = true };
    }

    private static List<long> Times(List<(DateTime Utc, double Value)> points)
    {
        var times = new List<long>(points.Count);
        long last = 0;
        foreach ((DateTime utc, _) in points)
        {
            long time = Seconds(utc);
            times.Add(time - last);
            last = time;
        }

        return times;
    }

    private static List<double?> Values(List<(DateTime Utc, double Value)> points) =>
        points.ConvertAll(static point => double.IsNaN(point.Value) ? null : (double?)Rounded(point.Value));

    private static double Rounded(double value) => Math.Round(value * Scale) / Scale;

    private static long Seconds(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;

    // The start and end of each period in which a condition holds. A gap that is shorter than a pixel is closed.
    private List<long> Spans(Func<Sample, int, bool> holds)
    {
        var spans = new List<(DateTime Start, DateTime End)>();
        for (int i = 0; i < _samples.Length; i++)
        {
            if (!holds(_samples[i], i))
            {
                continue;
            }

            DateTime end = _samples[i].IsUsage ? _samples[i].End : _samples[i].Utc + timeline.Holds(i);
            if (i + 1 < _samples.Length && !Timeline.IsBroken(_samples[i], _samples[i + 1]) && holds(_samples[i + 1], i + 1))
            {
                end = _samples[i + 1].Utc;
            }

            spans.Add((_samples[i].Utc, end));
        }

        return Flat(spans);
    }

    private List<long> SleepSpans() => Flat(statistics.Sleeps.Select(static sleep => (sleep.UtcStart, sleep.UtcEnd)).ToList());

    private List<long> Flat(List<(DateTime Start, DateTime End)> spans)
    {
        if (_samples.Length == 0)
        {
            return [];
        }

        DateTime recent = _samples[^1].Utc - s_recent;
        long hole = (long)((_samples[^1].Utc - _samples[0].Utc).TotalSeconds / MaxSpans);
        var flat = new List<long>();
        foreach ((DateTime start, DateTime end) in spans)
        {
            long closed = start < recent ? hole : 60;
            if (flat.Count > 0 && Seconds(start) - flat[^1] <= closed)
            {
                flat[^1] = Math.Max(flat[^1], Seconds(end));
            }
            else
            {
                flat.Add(Seconds(start));
                flat.Add(Seconds(end));
            }
        }

        return flat;
    }
}
