using System.Runtime.InteropServices;

namespace Battery.Shell;

/// <summary>One run of the shell, from the import of the module to the exit code.</summary>
/// <param name="console">The console.</param>
/// <param name="options">The command line.</param>
internal sealed class Session(ShellConsole console, ShellOptions options)
{
    private bool ReadsCommands => options.NoExit || options.Mode is ShellMode.Interactive or ShellMode.StandardInput;

    private bool AtTerminal => ReadsCommands && options.Mode != ShellMode.StandardInput && !Console.IsInputRedirected;

    /// <summary>Runs the session.</summary>
    /// <returns>The exit code of the process.</returns>
    internal int Run()
    {
        using var runner = new ShellRunner(console);

        // Ctrl+C, on Windows too. Unlike Console.CancelKeyPress it asks nothing of the console and ends by disposal.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(runner, context));
        ImportModule(runner);
        if (console.Interruption.IsRequested && !AtTerminal)
        {
            // Ctrl+C during the import was meant for the whole command.
            return ExitCodes.Interrupted;
        }

        int exitCode = RunGivenCommand(runner);
        return runner.RequestedExitCode
            ?? (ReadsCommands ? new InteractiveLoop(console, runner, AtTerminal).Run(exitCode) : exitCode);
    }

    private void Cancel(ShellRunner runner, PosixSignalContext context)
    {
        // A cmdlet that does not heed the first Ctrl+C would hold a script's caller for ever, so the second one ends
        // the process. At the terminal the session is worth more, and it stays.
        bool again = console.Interruption.IsRequested && runner.IsBusy;
        context.Cancel = AtTerminal || !again;
        console.Interruption.Request();
        runner.Stop();
    }

    private void ImportModule(ShellRunner runner)
    {
        string? path = options.ModulePath ?? BatteryModule.Locate(AppContext.BaseDirectory);
        if (path is not null && (File.Exists(path) || Directory.Exists(path)))
        {
            // A bare relative path would be looked for as a name on PSModulePath.
            runner.ImportModule(Path.GetFullPath(path));
            return;
        }

        string place = path ?? "artifacts/module/Battery/Battery.psd1";
        string remedy = options.ModulePath is null ? " Run 'dotnet build' at the root of the repository." : string.Empty;
        console.Error.WriteLine($"WARNING: The module '{place}' was not found, so its commands are missing.{remedy}");
    }

    private int RunGivenCommand(ShellRunner runner) => options.Mode switch
    {
        ShellMode.Command => string.IsNullOrWhiteSpace(options.CommandText)
            ? ExitCodes.Success
            : runner.RunText(options.CommandText, addToHistory: true),
        ShellMode.File => runner.RunFile(
            Path.GetFullPath(options.ScriptPath!), options.ScriptArguments, exitEndsHost: !options.NoExit),
        _ => ExitCodes.Success,
    };
}
