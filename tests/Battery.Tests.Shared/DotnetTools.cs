namespace Battery.Tests.Shared;

/// <summary>The tools that <c>.config/dotnet-tools.json</c> pins, restored when they are first used.</summary>
public static class DotnetTools
{
    private static readonly Lazy<CommandResult> s_restored = new(Restore);

    /// <summary>What <c>dotnet</c> is run with: no messages, no statistics.</summary>
    public static (string, string?)[] Environment { get; } = [("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1")];

    /// <summary>Restores the tools.</summary>
    /// <exception cref="InvalidOperationException">That is not possible.</exception>
    public static void Require()
    {
        if (s_restored.Value.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet tool restore' failed: {s_restored.Value.Output}{s_restored.Value.Error}");
        }
    }

    // Test programs run at the same time, and the command is not made for that: the lock is held by one process at a time.
    private static CommandResult Restore()
    {
        string file = Path.Combine(Directory.CreateDirectory(Repository.At("artifacts")).FullName, "tools.lock");
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                using FileStream held = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return Command.Run("dotnet", ["tool", "restore"], Repository.Root, Environment);
            }
            catch (IOException) when (attempt < 6000)
            {
                Thread.Sleep(200);
            }
        }
    }
}
