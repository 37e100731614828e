using System.Text;
using Battery.Core.Model;

namespace Battery.Core.Explanation;

/// <summary>Writes why properties are not used.</summary>
internal static class Reasons
{
    /// <summary>Sources as a list.</summary>
    public static string Join(List<RawSource> sources) => string.Join(", ", sources);

    /// <summary>Why sources are not used, those of one reason together; empty without sources.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="refused">What a source is that was reported and is not used.</param>
    public static string Write(List<RawSource> sources, string refused)
    {
        var parts = new List<string>();
        foreach (ValueQuality quality in (ReadOnlySpan<ValueQuality>)[ValueQuality.Known, ValueQuality.Malformed, ValueQuality.ReportedUnknown,
            ValueQuality.PermissionDenied, ValueQuality.ReadFailed, ValueQuality.Missing])
        {
            foreach (bool hasText in (ReadOnlySpan<bool>)[true, false])
            {
                List<RawSource> some = sources.FindAll(source => quality == Group(source.Quality) && hasText == source.Text is not null);
                if (some.Count > 0)
                {
                    parts.Add(Part(quality, some, refused));
                }
            }
        }

        return string.Join("; ", parts);
    }

    private static ValueQuality Group(ValueQuality quality) =>
        quality is ValueQuality.Known or ValueQuality.ReportedUnknown or ValueQuality.PermissionDenied or ValueQuality.ReadFailed or ValueQuality.Missing
            ? quality
            : ValueQuality.Malformed;

    private static string Part(ValueQuality quality, List<RawSource> sources, string refused)
    {
        string list = List(sources);
        string verb = sources.Count == 1 ? "is" : "are";
        return quality switch
        {
            ValueQuality.Known => $"{list} {verb} {refused}",
            ValueQuality.Malformed => $"{list} {verb} not valid",
            ValueQuality.ReportedUnknown => $"{list} {verb} reported as unknown",
            ValueQuality.PermissionDenied => $"permission to read {list} is denied",
            ValueQuality.ReadFailed => $"reading {list} fails",
            _ when sources.Exists(static source => source.Text is not null) => $"{list} {(sources.Count == 1 ? "does" : "do")} not determine it",
            _ => $"{list} {verb} not reported",
        };
    }

    private static string List(List<RawSource> sources)
    {
        var text = new StringBuilder();
        for (int i = 0; i < sources.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : i == sources.Count - 1 ? " and " : ", ").Append(sources[i]);
        }

        return text.ToString();
    }
}
