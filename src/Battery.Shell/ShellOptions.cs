namespace Battery.Shell;

/// <summary>The parsed command line. Parsing touches neither the console nor the file system.</summary>
internal sealed class ShellOptions
{
    /// <summary>The text printed by <c>-Help</c> and after a wrong command line.</summary>
    internal const string Usage = """
        Usage: Battery.Shell [-NoExit] [-Module <path>] [-Command <text...> | -File <script> [args...]]

          -Command <text...>       Run the rest of the command line; '-' reads commands from standard input.
          -File <script> [args...] Run a script with arguments. A first argument that is no option means the same.
          -Module <path>           Import this module instead of artifacts/module/Battery/Battery.psd1.
          -NoExit                  Stay open after the command or the script.
          -Help, -?                Show this text.
          -Version                 Show the version.

        Without -Command and -File the shell reads commands from the terminal or from standard input.
        Option names ignore case and may be shortened: -c, -f, -m, -noe, -h, -v.
        """;

    private ShellOptions()
    {
    }

    /// <summary>What to do.</summary>
    internal ShellMode Mode { get; private set; } = ShellMode.Interactive;

    /// <summary>Whether to go on reading commands after the command or the script.</summary>
    internal bool NoExit { get; private set; }

    /// <summary>The module to import, or null for the one this repository builds.</summary>
    internal string? ModulePath { get; private set; }

    /// <summary>The text of <c>-Command</c>.</summary>
    internal string? CommandText { get; private set; }

    /// <summary>The script of <c>-File</c>.</summary>
    internal string? ScriptPath { get; private set; }

    /// <summary>The arguments of the script, as given.</summary>
    internal IReadOnlyList<string> ScriptArguments { get; private set; } = [];

    /// <summary>Why the command line is wrong, or null when it is not.</summary>
    internal string? Error { get; private set; }

    /// <summary>Parses a command line. A wrong one is told by <see cref="Error"/>, never by an exception.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <returns>The options.</returns>
    internal static ShellOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ShellOptions();
        for (int i = 0; i < args.Count && options.Error is null; i++)
        {
            string? name = OptionName(args[i]);
            if (name is null)
            {
                // As in pwsh, a script may be given without -File.
                options.TakeScript(args, i);
                return options;
            }

            // The minima are pwsh's where pwsh has the option: -n or -nop must not come to mean -NoExit.
            if (Matches(name, "noexit", "noe"))
            {
                options.NoExit = true;
            }
            else if (Matches(name, "module", "m"))
            {
                options.TakeModule(args, ++i);
            }
            else if (Matches(name, "command", "c"))
            {
                options.TakeCommand(args, i + 1);
                return options;
            }
            else if (Matches(name, "file", "f"))
            {
                options.TakeScript(args, i + 1);
                return options;
            }
            else if (name == "?" || Matches(name, "help", "h"))
            {
                options.Mode = ShellMode.Help;
                return options;
            }
            else if (Matches(name, "version", "v"))
            {
                options.Mode = ShellMode.Version;
                return options;
            }
            else if (!Matches(name, "noprofile", "nop") && !Matches(name, "nologo", "nol"))
            {
                // There is neither a profile nor a logo here, so asking for none is no mistake.
                options.Error = $"Unrecognized parameter: '{args[i]}'.";
            }
        }

        return options;
    }

    private static string? OptionName(string argument)
    {
        if (argument.Length < 2 || argument[0] != '-')
        {
            return null;
        }

        return argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..] : argument[1..];
    }

    private static bool Matches(string given, string name, string shortest)
        => given.StartsWith(shortest, StringComparison.OrdinalIgnoreCase)
            && name.StartsWith(given, StringComparison.OrdinalIgnoreCase);

    private void TakeModule(IReadOnlyList<string> args, int index)
    {
        if (index >= args.Count)
        {
            Error = "The parameter -Module needs the path of a module.";
            return;
        }

        ModulePath = args[index];
    }

    private void TakeCommand(IReadOnlyList<string> args, int index)
    {
        if (index >= args.Count)
        {
            Error = "Cannot process the command because of a missing parameter. A command must follow -Command.";
        }
        else if (args[index] != "-")
        {
            Mode = ShellMode.Command;
            CommandText = string.Join(' ', args.Skip(index));
        }
        else if (index + 1 < args.Count)
        {
            Error = "'-' was specified with the -Command parameter; no other arguments to -Command are permitted.";
        }
        else
        {
            Mode = ShellMode.StandardInput;
        }
    }

    private void TakeScript(IReadOnlyList<string> args, int index)
    {
        if (index >= args.Count)
        {
            Error = "The command cannot be run because the File parameter requires a file path.";
        }
        else if (args[index] == "-")
        {
            Mode = ShellMode.StandardInput;
        }
        else
        {
            Mode = ShellMode.File;
            ScriptPath = args[index];
            ScriptArguments = [.. args.Skip(index + 1)];
        }
    }
}
