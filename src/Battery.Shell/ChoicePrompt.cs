using System.Management.Automation.Host;
using System.Text;

namespace Battery.Shell;

/// <summary>One question with named answers, as <c>-Confirm</c> asks it.</summary>
internal sealed class ChoicePrompt
{
    private readonly PSHostUserInterface _ui;
    private readonly (string Key, string Label, string Help)[] _choices;
    private readonly int _default;

    /// <summary>Makes a question.</summary>
    /// <param name="ui">Where it is asked.</param>
    /// <param name="choices">The answers. An ampersand in a label stands before its key.</param>
    /// <param name="defaultChoice">The answer that Enter gives, or -1.</param>
    internal ChoicePrompt(PSHostUserInterface ui, IEnumerable<ChoiceDescription> choices, int defaultChoice)
    {
        _ui = ui;
        _choices = [.. choices.Select(choice => Split(choice))];
        _default = defaultChoice;
    }

    /// <summary>Asks until the answer is one of the choices.</summary>
    /// <returns>The index of the answer.</returns>
    internal int Ask()
    {
        while (true)
        {
            _ui.Write(Line());
            string answer = _ui.ReadLine().Trim();
            if (answer.Length == 0 && _default >= 0)
            {
                return _default;
            }

            if (answer == "?")
            {
                foreach ((string key, string label, string help) in _choices)
                {
                    _ui.WriteLine($"{(key.Length > 0 ? key : label)} - {help}");
                }

                continue;
            }

            int index = Array.FindIndex(_choices, choice => Is(answer, choice.Label) || Is(answer, choice.Key));
            if (answer.Length > 0 && index >= 0)
            {
                return index;
            }
        }
    }

    private static bool Is(string answer, string name) => answer.Equals(name, StringComparison.CurrentCultureIgnoreCase);

    private static (string Key, string Label, string Help) Split(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        string label = mark < 0 ? choice.Label : choice.Label.Remove(mark, 1);
        string key = mark < 0 || mark >= label.Length ? string.Empty : char.ToUpperInvariant(label[mark]).ToString();
        return (key, label.Trim(), choice.HelpMessage);
    }

    private string Line()
    {
        var line = new StringBuilder();
        foreach ((string key, string label, _) in _choices)
        {
            line.Append('[').Append(key).Append("] ").Append(label).Append("  ");
        }

        line.Append("[?] Help");
        if (_default >= 0)
        {
            (string key, string label, _) = _choices[_default];
            line.Append(" (default is \"").Append(key.Length > 0 ? key : label).Append("\")");
        }

        return line.Append(": ").ToString();
    }
}
