namespace Battery.Shell;

/// <summary>What the shell has of the console: its outputs, its input, and whether it may use colours.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Input">Standard input, by lines.</param>
/// <param name="Interruption">Ctrl+C.</param>
/// <param name="TerminalMode">The line mode of the terminal at standard input, or null without one.</param>
/// <param name="UseColor">Whether escape sequences may be written to standard output.</param>
internal sealed record ShellConsole(
    TerminalOutput Out,
    TerminalOutput Error,
    LineReader Input,
    Interruption Interruption,
    TerminalMode? TerminalMode,
    bool UseColor)
{
    /// <summary>The console of this process.</summary>
    /// <returns>The console.</returns>
    internal static ShellConsole OfProcess()
    {
        // Windows' consoles take sequences only after a switch of their mode, which this small host leaves alone.
        bool color = !Console.IsOutputRedirected
            && !OperatingSystem.IsWindows()
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return new ShellConsole(
            new TerminalOutput(Console.Out, plain: !color),
            new TerminalOutput(Console.Error, plain: !color || Console.IsErrorRedirected),
            LineReader.OfStandardInput(),
            new Interruption(),
            TerminalMode.Save(),
            color);
    }
}
