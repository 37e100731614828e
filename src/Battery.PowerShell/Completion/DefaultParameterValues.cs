using System.Collections;
using System.Management.Automation;

namespace Battery.PowerShell.Completion;

/// <summary>The values that $PSDefaultParameterValues gives a command's parameters; PowerShell does not pass them to a completer.</summary>
/// <param name="values">The variable's value.</param>
/// <param name="command">The command's name.</param>
internal sealed class DefaultParameterValues(IDictionary? values, string command)
{
    private readonly IDictionary _values = values is null || LanguagePrimitives.IsTrue(values["Disabled"]) ? new Hashtable() : values;

    /// <summary>The value of a parameter, or null.</summary>
    public object? Of(string parameter) =>
        _values.Keys.OfType<string>().Where(key => Matches(key, parameter)).Select(key => _values[key]).FirstOrDefault();

    // A key is 'command:parameter', and each of the two may have wildcards.
    private bool Matches(string key, string parameter)
    {
        string[] parts = key.Split(':', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Matches(command, parts[0]) && Matches(parameter, parts[1]);

        static bool Matches(string name, string pattern) => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name);
    }
}
