using System.Management.Automation.Runspaces;

namespace Battery.Shell;

/// <summary>Turns the words after <c>-File script</c> into the parameters of the script, by pwsh's rules.</summary>
internal static class ScriptArguments
{
    /// <summary>Turns words into parameters: <c>-Name</c>, <c>-Name:value</c> and positional values.</summary>
    /// <param name="words">The words after the script.</param>
    /// <returns>The parameters, in order.</returns>
    internal static IEnumerable<CommandParameter> ToParameters(IEnumerable<string> words)
    {
        string? pending = null;
        foreach (string word in words)
        {
            int colon = word.IndexOf(':', StringComparison.Ordinal);
            if (pending is not null)
            {
                // The word before was "-Name:", so this one is its value whatever it looks like.
                yield return new CommandParameter(pending, word);
                pending = null;
            }
            else if (word.Length < 2 || word[0] != '-')
            {
                yield return new CommandParameter(null, word);
            }
            else if (colon < 0)
            {
                // The binder decides whether it is a switch or takes the positional value that follows.
                yield return new CommandParameter(word);
            }
            else if (colon == word.Length - 1)
            {
                pending = word[..colon];
            }
            else
            {
                yield return new CommandParameter(word[..colon], BooleanOrText(word[(colon + 1)..]));
            }
        }
    }

    private static object BooleanOrText(string value)
        => bool.TryParse(value.StartsWith('$') ? value[1..] : value, out bool flag) ? flag : value;
}
