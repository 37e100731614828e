using System.Text;

namespace Battery.Core.MacOS.Dumps;

/// <summary>The references of XML: five named characters, and characters by number. Others are no entities here and stay as they are.</summary>
internal static class XmlReferences
{
    // The length of &#x0010FFFF;. A longer search for each end would make a text of many '&' quadratic.
    private const int LongestReference = 12;

    /// <summary>Appends a text with its references resolved.</summary>
    public static void AppendResolved(StringBuilder content, ReadOnlySpan<char> text)
    {
        for (int start = text.IndexOf('&'); start >= 0; start = text.IndexOf('&'))
        {
            int length = text.Slice(start, Math.Min(text.Length - start, LongestReference)).IndexOf(';');
            if (length < 0 || !TryResolve(text.Slice(start + 1, length - 1), out Rune character))
            {
                // Not a predefined entity: left unchanged.
                content.Append(text[..(start + 1)]);
                text = text[(start + 1)..];
                continue;
            }

            content.Append(text[..start]).Append(character.ToString());
            text = text[(start + length + 1)..];
        }

        content.Append(text);
    }

    private static bool TryResolve(ReadOnlySpan<char> name, out Rune character)
    {
        long code = name switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "apos" => '\'',
            "quot" => '"',
            ['#', 'x', .. var digits] => PropertyNumber.TryParse($"0x{digits}", out long number) ? number : -1,
            ['#', .. var digits] => PropertyNumber.TryParse(digits, out long number) ? number : -1,
            _ => -1,
        };
        character = default;
        return code is >= 0 and <= 0x10FFFF && Rune.TryCreate((int)code, out character);
    }
}
