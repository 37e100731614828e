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
            if (Unwrapped(parameters[nameof(GetBatteryCommand.Manager)]) is BatteryManager open)
            {
                return open.Opened.ReadAll();
            }

            var machine = new Machine(Path(parameters[nameof(BatteryCommand.SysfsRoot)]), Path(parameters[nameof(BatteryCommand.Recording)]));
            using var manager = OpenManager.Open(machine, BatteryScopes.All);
            return manager.ReadAll();
        }
        catch (Exception e) when (e is LibraryException or NativeLibraryException or RuntimeException)
        {
            // A completion has no place for an error; the command itself tells it.
            return [];
        }
    }

    // What a variable holds may be wrapped.
    private static object? Unwrapped(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    // The user's location is the shell's, not the process's; inside a completion only a nested pipeline may ask for it.
    private static string? Path(object? given)
    {
        if (given?.ToString() is not { Length: > 0 } path)
        {
            return null;
        }

        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])").AddArgument(path).Invoke<string>()[0];
    }

    private static string Unquoted(string? word) => (word ?? string.Empty).Trim('\'', '"');

    private static string Quoted(string name) =>
        name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':') ? name : $"'{CodeGeneration.EscapeSingleQuotedStringContent(WildcardPattern.Escape(name))}'";
}
