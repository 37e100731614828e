using System.Management.Automation;

namespace Battery.PowerShell.History;

/// <summary>Selects points by battery and time, and collects the names of all batteries.</summary>
/// <param name="names">Names or patterns; null for all.</param>
/// <param name="since">The first time, local unless its kind is UTC.</param>
/// <param name="until">The last time, local unless its kind is UTC.</param>
internal sealed class PointFilter(string[]? names, DateTime since, DateTime until)
{
    private readonly DateTime _since = Utc(since);
    private readonly DateTime _until = Utc(until);
    private readonly WildcardPattern[]? _patterns = names?.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToArray();

    /// <summary>The names of the batteries, in the order of their first points.</summary>
    public List<string> Seen { get; } = [];

    public bool Passes(string battery, DateTime time)
    {
        if (!Seen.Contains(battery))
        {
            Seen.Add(battery);
        }

        DateTime utc = time.ToUniversalTime();
        return utc >= _since && utc <= _until && (_patterns is null || Array.Exists(_patterns, pattern => pattern.IsMatch(battery)));
    }

    /// <summary>The names without wildcards that no battery has.</summary>
    public IEnumerable<string> Missing() =>
        (names ?? []).Where(name => !WildcardPattern.ContainsWildcardCharacters(name) && !Seen.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static DateTime Utc(DateTime time) => time == DateTime.MinValue || time == DateTime.MaxValue ? time : time.ToUniversalTime();
}
