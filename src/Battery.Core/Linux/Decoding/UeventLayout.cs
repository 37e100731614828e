namespace Battery.Core.Linux.Decoding;

/// <summary>
/// Remembers the property of each line of a supply's <c>uevent</c>. A driver reports the same properties in the same order each time, so that
/// a line needs one comparison instead of a search. The comparison is of the whole key: a line that differs is searched for.
/// </summary>
internal sealed class UeventLayout
{
    // Lines beyond are searched for each time.
    private const int MaxLines = 40;

    private readonly PropertyName?[] _names = new PropertyName?[MaxLines];

    /// <summary>The property name that a line begins with; null if it has none.</summary>
    /// <param name="index">The number of the line, from 0.</param>
    /// <param name="line">The line.</param>
    public PropertyName? Find(int index, ReadOnlySpan<byte> line)
    {
        if (index >= MaxLines)
        {
            return UeventParser.FindName(line);
        }

        if (_names[index] is { } known && line.StartsWith(known.UeventKey))
        {
            return known;
        }

        return _names[index] = UeventParser.FindName(line);
    }
}
