using System.Text;

namespace Battery.BindingGenerator.Model;

/// <summary>Names from C# to C and Python, and back.</summary>
internal static class Names
{
    public static string Snake(string name) => Separated(name, '_');

    /// <summary>For example LithiumIon as lithium-ion.</summary>
    public static string Hyphenated(string name) => Separated(name, '-');

    /// <summary>For example energy_wh as EnergyWh.</summary>
    public static string Pascal(string name) => string.Concat(name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    public static string CType(string name)
    {
        string snake = Snake(name);
        return snake.StartsWith("battery", StringComparison.Ordinal) ? snake : "battery_" + snake;
    }

    // A Python package is a name space already.
    public static string Python(string name) => name.StartsWith("Battery", StringComparison.Ordinal) ? name["Battery".Length..] : name;

    /// <summary>For example ChargeControl as 'Charge control'.</summary>
    public static string Sentence(string name) => name[0] + Separated(name, ' ')[1..];

    private static string Separated(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append(separator);
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
