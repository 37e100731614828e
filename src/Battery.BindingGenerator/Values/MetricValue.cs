using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>A value as metrics have it: one of the table, or of the estimates, which the table does not contain.</summary>
/// <param name="Name">The name of the module's property.</param>
/// <param name="Field">The number of its battery_field; -1 without one.</param>
/// <param name="Key">The key in JSON.</param>
/// <param name="Unit">The unit; null without one.</param>
/// <param name="Help">What it is.</param>
/// <param name="Row">Its row in the table; null without one.</param>
internal sealed record MetricValue(string Name, int Field, string Key, string? Unit, string Help, ValueAttribute? Row)
{
    // The keys are those of battery_summary.
    private static readonly MetricValue[] s_estimates =
    [
        new("AverageRate", -1, "average_rate_w", "W", "The average rate that the estimate of the time is based on.", null),
        new("TimeLeft", -1, "time_left_s", "s", "Estimated time until empty, or until full or the charge limit.", null),
        new("TimeLeftLow", -1, "time_left_low_s", "s", "The lower end of the 80 % interval of the estimated time.", null),
        new("TimeLeftHigh", -1, "time_left_high_s", "s", "The upper end of the 80 % interval of the estimated time.", null),
    ];

    /// <summary>The values of the table and of the estimates, in the order in which they are written.</summary>
    public static IReadOnlyList<MetricValue> Of(ValueTable table) =>
    [
        .. table.Values.Select(static value =>
            new MetricValue(value.Name, (int)value.Field, value.Key, value.Row.Unit, value.Summary, value.Row)),
        .. s_estimates,
    ];

    /// <summary>The member of Battery.Metrics.MetricKind.</summary>
    public string Kind => Row?.Kind switch
    {
        ValueKind.Text => "Text",
        ValueKind.Enumeration => "Word",
        ValueKind.Flags => "Words",
        ValueKind.Count => "Count",
        ValueKind.Date => "Date",
        _ => Unit == "s" ? "Seconds" : "Quantity",
    };

    /// <summary>The name of the metric without its prefix, and the factor to its base unit.</summary>
    public (string Name, double Factor) Metric
    {
        get
        {
            (string suffix, double factor) = (Unit, Row?.Kind) switch
            {
                ("Wh", _) => ("_joules", 3600),
                ("Ah", _) => ("_coulombs", 3600),
                ("W", _) => ("_watts", 1),
                ("V", _) => ("_volts", 1),
                ("A", _) => ("_amperes", 1),
                ("°C", _) => ("_celsius", 1),
                ("s", _) => ("_seconds", 1),
                ("mΩ", _) => ("_ohms", 0.001),
                ("%", _) => ("_ratio", 0.01),
                (_, ValueKind.Date) => ("_timestamp_seconds", 1),
                (null, _) => (string.Empty, 1.0),
                _ => throw new InvalidOperationException($"{Name}: there is no base unit of Prometheus for {Unit}; add it to MetricValue.Metric"),
            };
            string name = Row?.Alias?["battery_get_".Length..] ?? Names.Snake(Name);

            // A suffix _count is reserved for histograms.
            return (name.EndsWith("_count", StringComparison.Ordinal) ? name[..^"_count".Length] + "s" : name + suffix, factor);
        }
    }

    /// <summary>The known members of the enumeration: number, word, and word of the Linux kernel.</summary>
    public IEnumerable<(int Code, string Word, string KernelWord)> Words => Row?.Enumeration is not { } type ? [] :
        from name in Enum.GetNames(type)
        let code = Convert.ToInt32(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)
        where code != 0
        select (code, Names.Hyphenated(name), KernelWord(type, name));

    private static string KernelWord(Type type, string name) =>
        type.GetField(name)!.GetCustomAttributes(typeof(KernelWordAttribute), inherit: false) is [KernelWordAttribute given]
            ? given.Word
            : Names.Sentence(name);
}
