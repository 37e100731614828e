using System.Globalization;

namespace Battery.History.Reading;

/// <summary>Parses numbers in the format of any culture, without group separators: at most one separator, the decimal one.</summary>
internal static class Numbers
{
    private const char ArabicDecimalSeparator = '\u066B';

    /// <summary>The number; null if the text is not a number.</summary>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > 64)
        {
            return null;
        }

        Span<char> plain = stackalloc char[text.Length];
        int length = 0;
        int separators = 0;
        foreach (char c in text)
        {
            bool isSeparator = c is '.' or ',' or ArabicDecimalSeparator;
            separators += isSeparator ? 1 : 0;

            // Arabic and Persian put marks of direction before a minus sign.
            if (c is not ('\u200E' or '\u200F' or '\u061C'))
            {
                plain[length++] = isSeparator ? '.' : c == '\u2212' ? '-' : c;
            }
        }

        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        return separators <= 1 && double.TryParse(plain[..length], Styles, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number : null;
    }
}
