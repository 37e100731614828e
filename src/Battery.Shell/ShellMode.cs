namespace Battery.Shell;

/// <summary>What the command line asks the shell to do.</summary>
internal enum ShellMode
{
    /// <summary>Read commands from the terminal, or from standard input where that is redirected.</summary>
    Interactive,

    /// <summary>Read commands from standard input, with no prompt (<c>-Command -</c>).</summary>
    StandardInput,

    /// <summary>Run the text after <c>-Command</c>.</summary>
    Command,

    /// <summary>Run the script after <c>-File</c>.</summary>
    File,

    /// <summary>Print the usage.</summary>
    Help,

    /// <summary>Print the version.</summary>
    Version,
}
