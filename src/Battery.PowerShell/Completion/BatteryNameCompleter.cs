using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Battery.PowerShell.Commands;
using Battery.PowerShell.Formatting;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Completion;

/// <summary>Completes names of batteries, of the folder and scope that the command line names so far. A machine that cannot be read has none.</summary>
public sealed class BatteryNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        var pattern = WildcardPattern.Get(Unquoted(wordToComplete) + "*", WildcardOptions.IgnoreCase);
        ScopeFilter scope = Enum.TryParse($"{fakeBoundParameters[nameof(GetBatteryCommand.Scope)]}", ignoreCase: true, out ScopeFilter given) ? given : ScopeFilter.System;
        return Read(fakeBoundParameters)
            .Where(battery => scope.Includes(battery.Scope) && pattern.IsMatch(battery.Name))
            .Select(static battery => new CompletionResult(
                Quoted(battery.Name), battery.Name, CompletionResultType.ParameterValue, $"{battery.Name}: {BatteryFormat.State(battery.State)} {BatteryFormat.Percent(battery.Percentage)}"));
    }

    private static List<BatteryInfo> Read(IDictionary parameters)
    {
        try
        {
            NativeLibraryResolver.EnsureLoaded();
            if (parameters[nameof(GetBatteryCommand.Manager)] is BatteryManager open)
            {
                return open.Opened.ReadAll();
            }

            using var manager = OpenManager.Open(parameters[nameof(BatteryCommand.SysfsRoot)]?.ToString(), BatteryScopes.All);
            return manager.ReadAll();
        }
        catch (Exception e) when (e is LibraryException or NativeLibraryException)
        {
            // A completion has no place for an error; the command itself tells it.
            return [];
        }
    }

    private static string Unquoted(string? word) => (word ?? string.Empty).Trim('\'', '"');

    private static string Quoted(string name) =>
        name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':') ? name : $"'{CodeGeneration.EscapeSingleQuotedStringContent(WildcardPattern.Escape(name))}'";
}
