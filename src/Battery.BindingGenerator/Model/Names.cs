using System.Text;

namespace Battery.BindingGenerator.Model;

/// <summary>Names from C# to C and Python.</summary>
internal static class Names
{
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    public static string CType(string name)
    {
        string snake = Snake(name);
        return snake.StartsWith("battery", StringComparison.Ordinal) ? snake : "battery_" + snake;
    }

    // A Python package is a name space already.
    public static string Python(string name) => name.StartsWith("Battery", StringComparison.Ordinal) ? name["Battery".Length..] : name;
}
