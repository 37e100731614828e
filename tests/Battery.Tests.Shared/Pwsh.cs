namespace Battery.Tests.Shared;

/// <summary>The PowerShell that <c>.config/dotnet-tools.json</c> pins. It is restored when it is first used.</summary>
public static class Pwsh
{
    private static readonly Lazy<CommandResult> s_restore = new(Restore);

    private static readonly (string, string?)[] s_environment =
    [
        ("POWERSHELL_TELEMETRY_OPTOUT", "1"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"), ("COLUMNS", null),
    ];

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
        if (s_restore.Value.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"'dotnet tool restore' failed, so there is no PowerShell to test in: {s_restore.Value.Output}{s_restore.Value.Error}");
        }

        CommandResult result = Command.Run(
            "dotnet", ["tool", "run", "pwsh", "--", "-NoProfile", .. arguments],
            Repository.Root, [.. s_environment, .. environment]);
        return new(result.ExitCode, result.Output.ReplaceLineEndings("\n"), result.Error.ReplaceLineEndings("\n"));
    }

    /// <summary>A string as a literal of PowerShell.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // Test programs run at the same time, and the command is not made for that: the lock is held by one process at a time.
    private static CommandResult Restore()
    {
        string file = Path.Combine(Directory.CreateDirectory(Repository.At("artifacts")).FullName, "tools.lock");
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using FileStream held = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return Command.Run("dotnet", ["tool", "restore"], Repository.Root, s_environment);
            }
            catch (IOException) when (attempt < 600)
            {
                Thread.Sleep(200);
            }
        }
    }
}
