using System.Globalization;

namespace Battery.History.Reading;

/// <summary>Numbers as any culture writes them without separators of thousands: at most one separator, which is the decimal one.</summary>
internal static class Numbers
{
    private const char ArabicDecimalSeparator = '\u066B';

    /// <summary>The number; null where the text is none.</summary>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > 64)
        {
            return null;
        }

        Span<char> plain = stackalloc char[text.Length];
        int separators = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isSeparator = text[i] is '.' or ',' or ArabicDecimalSeparator;
            separators += isSeparator ? 1 : 0;
            plain[i] = isSeparator ? '.' : text[i] == '\u2212' ? '-' : text[i];
        }

        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        return separators <= 1 && double.TryParse(plain, Styles, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
    }
}
