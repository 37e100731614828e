namespace Battery.History.Statistics;

/// <summary>The trend of the full capacity, of the battery that is in the machine now.</summary>
internal sealed class CapacityTrends
{
    private const double DaysInYear = 365.25;
    private const int MaxCapacities = 1000;

    // The capacities of a gauge vary for weeks; a shorter time has no trend.
    private static readonly TimeSpan s_shortest = TimeSpan.FromDays(28);
    private readonly List<Capacity> _recorded = [];
    private readonly SortedDictionary<DateTime, List<double>> _read = [];
    private readonly Dictionary<double, int> _designs = [];
    private DateTime _last;

    private readonly record struct Capacity(DateTime Utc, double Energy, bool IsExchange);

    /// <summary>The last capacity, Wh.</summary>
    public double? Last { get; set; }

    /// <summary>The design capacity that most points have, Wh.</summary>
    public double? Design { get; private set; }

    /// <summary>Adds a capacity that a history has for a period.</summary>
    public void AddRecorded(DateTime utc, double energy, double? design, bool isExchange)
    {
        _recorded.Add(new(utc, energy, isExchange));
        Note(utc, energy, design);
    }

    /// <summary>Adds the capacity of a reading. A day has many readings and is represented by their median.</summary>
    public void AddRead(DateTime utc, double energy, double? design)
    {
        if (!_read.TryGetValue(utc.Date, out List<double>? day))
        {
            _read[utc.Date] = day = [];
        }

        day.Add(energy);
        Note(utc, energy, design);
    }

    /// <summary>The capacities by time, Wh.</summary>
    public IReadOnlyList<(DateTime Utc, double Energy)> Capacities()
    {
        List<Capacity> sorted = _recorded.OrderBy(static capacity => capacity.Utc).ToList();
        int exchange = sorted.FindLastIndex(static capacity => capacity.IsExchange);
        IEnumerable<(DateTime, double)> days = _read.Select(static day => (day.Key.AddHours(12), TheilSen.Median(day.Value.Order().ToList())));
        return sorted.Skip(Math.Max(0, exchange)).Select(static capacity => (capacity.Utc, capacity.Energy)).Concat(days).OrderBy(static entry => entry.Item1)
            .ToList();
    }

    /// <summary>The trend; null if there are fewer than three capacities or less than four weeks of them.</summary>
    public CapacityTrend? Trend()
    {
        IReadOnlyList<(DateTime Utc, double Energy)> all = Capacities();
        int step = (all.Count / MaxCapacities) + 1;
        List<(DateTime Utc, double Energy)> used = all.Where((_, index) => index % step == 0).ToList();
        if (used.Count < 3 || used[^1].Utc - used[0].Utc < s_shortest)
        {
            return null;
        }

        DateTime start = used[0].Utc;
        double Years(DateTime utc) => (utc - start).TotalDays / DaysInYear;
        if (TheilSen.Fit(used.ConvertAll(entry => (Years(entry.Utc), entry.Energy))) is not { } fit)
        {
            return null;
        }

        double percent = 100 / (Design ?? used[0].Energy);
        return new()
        {
            EnergyPerYear = fit.Slope,
            PercentPerYear = fit.Slope * percent,
            Low = fit.Low * percent,
            High = fit.High * percent,
            UtcStart = start,
            UtcEnd = used[^1].Utc,
            StartEnergyFull = fit.Intercept,
            EndEnergyFull = fit.Intercept + (fit.Slope * Years(used[^1].Utc)),
            Count = used.Count,
        };
    }

    private void Note(DateTime utc, double energy, double? design)
    {
        if (utc >= _last)
        {
            (_last, Last) = (utc, energy);
        }

        if (design is { } known)
        {
            _designs[known] = _designs.GetValueOrDefault(known) + 1;
            Design = _designs.MaxBy(static entry => entry.Value).Key;
        }
    }
}
