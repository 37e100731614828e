namespace Battery.Core.Model;

/// <summary>Orders names as people do: numbers within them by value, so that BAT2 comes before BAT10.</summary>
internal sealed class NaturalNameComparer : IComparer<string>
{
    /// <summary>The one comparer.</summary>
    public static NaturalNameComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;

        // A common prefix does not matter, but a number must be compared as a whole.
        int same = left.CommonPrefixLength(right);
        while (same > 0 && char.IsAsciiDigit(left[same - 1]))
        {
            same--;
        }

        left = left[same..];
        right = right[same..];
        while (left.Length > 0 && right.Length > 0)
        {
            bool numbers = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]);
            int order = numbers ? CompareNumbers(ref left, ref right) : left[0].CompareTo(right[0]);
            if (order != 0)
            {
                return order;
            }

            if (!numbers)
            {
                left = left[1..];
                right = right[1..];
            }
        }

        int rest = left.Length.CompareTo(right.Length);

        // 'BAT1' and 'BAT01' are equal as numbers; the order must still be the same each time.
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static int CompareNumbers(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        ReadOnlySpan<char> a = TakeDigits(ref left).TrimStart('0');
        ReadOnlySpan<char> b = TakeDigits(ref right).TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        ReadOnlySpan<char> digits = text[..length];
        text = text[length..];
        return digits;
    }
}
