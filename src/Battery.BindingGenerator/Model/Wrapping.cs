using System.Text;

namespace Battery.BindingGenerator.Model;

/// <summary>Breaks sentences into lines.</summary>
internal static class Wrapping
{
    private const int Width = 96;

    /// <summary>The text in lines, each behind a prefix, none longer than the width where words allow it.</summary>
    public static IEnumerable<string> Lines(string text, string prefix, int width = Width)
    {
        var line = new StringBuilder(prefix);
        foreach (string word in text.Split(' '))
        {
            if (line.Length > prefix.Length && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append(prefix);
            }

            line.Append(line.Length > prefix.Length ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }
}
