namespace Battery.Tests.Shared;

/// <summary>The PowerShell that <c>.config/dotnet-tools.json</c> pins.</summary>
public static class Pwsh
{
    private static readonly (string, string?)[] s_environment = [.. DotnetTools.Environment, ("POWERSHELL_TELEMETRY_OPTOUT", "1"), ("COLUMNS", null)];

    /// <summary>The manifest of the built module.</summary>
    public static string Module { get; } = Repository.At("artifacts", "module", "Battery", "Battery.psd1");

    /// <summary>Runs a command with the module imported.</summary>
    /// <param name="command">The command's text.</param>
    /// <param name="module">The manifest of the module; the built one where it is null.</param>
    /// <param name="folder">The working directory of the process.</param>
    /// <param name="environment">Variables that differ from this process's.</param>
    public static CommandResult Run(string command, string? module = null, string? folder = null, params (string Name, string? Value)[] environment)
    {
        // The tool is found from the repository, so the process begins there.
        string move = folder is null ? string.Empty : $"Set-Location -LiteralPath {Quote(folder)}; [Environment]::CurrentDirectory = {Quote(folder)}; ";
        return Start(["-NonInteractive", "-Command", $"{move}Import-Module {Quote(module ?? Module)}; {command}"], environment);
    }

    /// <summary>Starts PowerShell with arguments of its own.</summary>
    public static CommandResult Start(IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        DotnetTools.Require();
        CommandResult result = Command.Run(
            "dotnet", ["tool", "run", "pwsh", "--", "-NoProfile", .. arguments],
            Repository.Root, [.. s_environment, .. environment]);
        return new(result.ExitCode, result.Output.ReplaceLineEndings("\n"), result.Error.ReplaceLineEndings("\n"));
    }

    /// <summary>A string as a literal of PowerShell.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
