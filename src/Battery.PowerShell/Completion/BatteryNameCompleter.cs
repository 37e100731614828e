using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using Battery.PowerShell.Commands;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Completion;

/// <summary>Completes names of batteries, of the source and scope of the command line. A source that cannot be read has none.</summary>
internal sealed class BatteryNameCompleter : IArgumentCompleter
{
    // The user's location is the shell's and not the process's. A completion has access to it only through a nested pipeline.
    private const string ResolvePaths = """
        param($Paths)
        foreach ($path in $Paths) {
            $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path)
            if (Test-Path -LiteralPath $full) { $full } else { (Resolve-Path $path -ErrorAction Ignore).ProviderPath }
        }
        """;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        var pattern = WildcardPattern.Get(Unquoted(wordToComplete) + "*", WildcardOptions.IgnoreCase);
        var defaults = new DefaultParameterValues(Invoke("$PSDefaultParameterValues").FirstOrDefault()?.BaseObject as IDictionary, commandName);
        object? scope = fakeBoundParameters[nameof(GetBatteryCommand.Scope)] ?? defaults.Of(nameof(GetBatteryCommand.Scope));
        BatteryScopes scopes = Enum.TryParse($"{scope}", ignoreCase: true, out BatteryScopes given) ? given : BatteryScopes.System;
        return Read(fakeBoundParameters, defaults, scopes)
            .Where(battery => scopes.Includes(battery.Scope) && pattern.IsMatch(battery.Name))
            .DistinctBy(static battery => battery.Name)
            .Select(static battery => new CompletionResult(Quoted(battery.Name), battery.Name, CompletionResultType.ParameterValue, Tip(battery)));
    }

    private static List<BatteryInfo> Read(IDictionary parameters, DefaultParameterValues defaults, BatteryScopes scopes)
    {
        try
        {
            NativeLibraryResolver.EnsureLoaded();
            return Unwrapped(parameters[nameof(GetBatteryCommand.Manager)]) is BatteryManager open
                ? open.HandleOf(scopes).ReadAll()
                : [.. Sources(parameters, defaults).SelectMany(source => Read(source, scopes))];
        }
        catch (Exception e) when (e is BatteryException or RuntimeException)
        {
            // A completion cannot show an error; the command itself does.
            return [];
        }
    }

    private static List<BatteryInfo> Read(DataSource source, BatteryScopes scopes)
    {
        using var manager = ManagerHandle.Open(source, scopes);
        return manager.ReadAll();
    }

    // The command line takes precedence over default values, for both parameters.
    private static IEnumerable<DataSource> Sources(IDictionary parameters, DefaultParameterValues defaults)
    {
        const string Root = nameof(GetBatteryCommand.SysfsRoot);
        const string Recording = nameof(GetBatteryCommand.Recording);
        return parameters[Root] is { } root ? Paths(root).Select(static path => new DataSource(path, null))
            : parameters[Recording] is { } recording ? Paths(recording).Select(static path => new DataSource(null, path))
            : defaults.Of(Recording) is { } usualRecording ? Paths(usualRecording).Select(static path => new DataSource(null, path))
            : defaults.Of(Root) is { } usualRoot ? Paths(usualRoot).Select(static path => new DataSource(path, null))
            : [default];
    }

    private static IEnumerable<string> Paths(object given) =>
        Invoke(ResolvePaths, given).Where(static path => path is not null).Select(static path => $"{path}");

    private static Collection<PSObject> Invoke(string script, params object[] arguments)
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddScript(script);
        foreach (object argument in arguments)
        {
            shell.AddArgument(argument);
        }

        return shell.Invoke();
    }

    // A variable's value may be wrapped.
    private static object? Unwrapped(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static string Tip(BatteryInfo battery) =>
        string.Create(CultureInfo.CurrentCulture, $"{battery.Name}: {battery.State}{(battery.Percentage is { } charge ? $" {charge:0}%" : string.Empty)}");

    private static string Unquoted(string? word) => (word ?? string.Empty).Trim('\'', '"');

    private static string Quoted(string name) =>
        name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':')
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(WildcardPattern.Escape(name))}'";
}
