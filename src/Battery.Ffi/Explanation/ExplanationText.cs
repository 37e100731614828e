using System.Globalization;
using System.Text;
using Battery.Core.Explanation;
using Battery.Core.Model;

namespace Battery.Ffi.Explanation;

/// <summary>Writes explanations.</summary>
internal static class ExplanationText
{
    private const int DaysPerMonth = 100;
    private const int DaysPerYear = 10_000;

    /// <summary>The name of a value, the value, and its rule.</summary>
    public static string Of(ValueExplanation explanation, BatterySnapshot snapshot) =>
        $"{ValueNames.Name(explanation.Field)} {Value(explanation, snapshot)}: {explanation.Rule}";

    /// <summary>The sources of a value, a line for each: name, text and unit.</summary>
    public static string Sources(ValueExplanation explanation)
    {
        var text = new StringBuilder();
        foreach (RawSource source in explanation.Sources)
        {
            text.Append(source.Name).Append('\t').Append(source.Text).Append('\t').Append(source.Unit).Append('\n');
        }

        return text.ToString();
    }

    private static string Value(ValueExplanation explanation, BatterySnapshot snapshot)
    {
        BatteryField field = explanation.Field;
        double number = snapshot.Number(field);
        return explanation.Quality != ValueQuality.Known ? "unknown"
            : snapshot.Text(field) ?? (ValueNames.Words(field) is { } words ? Word(field, words, (int)number)
            : field == BatteryField.ManufactureDate ? Date((int)number)
            : number.ToString(ValueNames.Format(field), CultureInfo.InvariantCulture) + ValueNames.Unit(field));
    }

    private static string Date(int yyyymmdd) => string.Create(
        CultureInfo.InvariantCulture,
        $"{yyyymmdd / DaysPerYear:0000}-{yyyymmdd / DaysPerMonth % DaysPerMonth:00}-{yyyymmdd % DaysPerMonth:00}");

    private static string Word(BatteryField field, (int Code, string Word)[] words, int number)
    {
        bool isSet = field == BatteryField.AvailableChargeTypes;
        var found = new List<string>();
        foreach ((int code, string word) in words)
        {
            if (isSet ? code != 0 && (number & code) != 0 : code == number)
            {
                found.Add(word);
            }
        }

        return string.Join(", ", found);
    }
}
