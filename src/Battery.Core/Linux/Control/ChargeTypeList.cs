namespace Battery.Core.Linux.Control;

/// <summary>The words of <c>charge_types</c>: those that can be chosen, with the active one in brackets.</summary>
/// <param name="words">The words.</param>
/// <param name="active">The active one; null if none is in brackets.</param>
internal sealed class ChargeTypeList(string[] words, string? active)
{
    /// <summary>Charges by the thresholds.</summary>
    public const string Custom = "Custom";

    /// <summary>Charges to a percentage below 100 that the device decides.</summary>
    public const string LongLife = "Long_Life";

    // Charge to 100 %, the moderate one first.
    private static readonly string[] s_full = ["Standard", "Fast"];

    /// <summary>The active word; null if it is not reported.</summary>
    public string? Active => active;

    /// <summary>The word that charges to 100 %; null if there is none.</summary>
    public string? Full => Array.Find(s_full, Has);

    /// <summary>Parses the file; null for a file that is missing or cannot be read.</summary>
    public static ChargeTypeList Parse(string? text)
    {
        string[] words = (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new(Array.ConvertAll(words, static word => word.Trim('[', ']')), Array.Find(words, static word => word[0] == '[')?.Trim('[', ']'));
    }

    /// <summary>Whether a word can be chosen.</summary>
    public bool Has(string word) => words.Contains(word);
}
