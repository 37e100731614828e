using System.Management.Automation;

namespace Battery.PowerShell.History;

/// <summary>Chooses points by battery and time, and remembers which batteries there were.</summary>
/// <param name="names">Names or patterns; null for all.</param>
/// <param name="since">The first time, local where it says nothing else.</param>
/// <param name="until">The last time, local where it says nothing else.</param>
internal sealed class PointFilter(string[]? names, DateTime since, DateTime until)
{
    private readonly DateTime _since = Utc(since);
    private readonly DateTime _until = Utc(until);
    private readonly WildcardPattern[]? _patterns = names?.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToArray();

    /// <summary>The batteries' names, in the order in which they came.</summary>
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

    /// <summary>The plain names that no battery has; a pattern that none matches is no error.</summary>
    public IEnumerable<string> Missing() =>
        (names ?? []).Where(name => !WildcardPattern.ContainsWildcardCharacters(name) && !Seen.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static DateTime Utc(DateTime time) => time == DateTime.MinValue || time == DateTime.MaxValue ? time : time.ToUniversalTime();
}
