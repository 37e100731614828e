using System.Management.Automation.Language;
using System.Text;

namespace Battery.Shell;

/// <summary>Reads commands and runs them until <c>exit</c> or the end of input.</summary>
internal sealed class InteractiveLoop
{
    private readonly ShellConsole _console;
    private readonly ShellRunner _runner;
    private readonly bool _prompts;

    /// <summary>Makes a loop.</summary>
    /// <param name="console">Where the commands come from.</param>
    /// <param name="runner">What runs them.</param>
    /// <param name="prompts">Whether prompts are written.</param>
    internal InteractiveLoop(ShellConsole console, ShellRunner runner, bool prompts)
    {
        _console = console;
        _runner = runner;
        _prompts = prompts;
    }

    /// <summary>Runs the loop.</summary>
    /// <param name="lastExitCode">The exit code of what ran before it.</param>
    /// <returns>The exit code: that of <c>exit</c>, else that of the last command.</returns>
    internal int Run(int lastExitCode)
    {
        while (_runner.RequestedExitCode is null)
        {
            _console.Interruption.Reset();
            string? command;
            try
            {
                command = ReadCommand();
            }
            catch (OperationCanceledException) when (_prompts)
            {
                // Ctrl+C at the prompt throws away what was typed.
                _console.Out.WriteLine();
                continue;
            }
            catch (OperationCanceledException)
            {
                return ExitCodes.Interrupted;
            }

            if (command is null)
            {
                EndPromptLine();
                return lastExitCode;
            }

            if (!string.IsNullOrWhiteSpace(command))
            {
                lastExitCode = _runner.RunText(command, addToHistory: true);
            }

            if (_console.Interruption.IsRequested && !_prompts)
            {
                // Nobody is there to give the next command another thought.
                return lastExitCode;
            }

            if (_console.Interruption.IsRequested)
            {
                // The terminal has shown ^C, and the prompt should not stand behind it.
                _console.Out.WriteLine();
            }
        }

        return _runner.RequestedExitCode ?? lastExitCode;
    }

    /// <summary>Whether a text stops before the end of a block, a string or a pipeline.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether more lines are needed.</returns>
    internal static bool IsIncomplete(string text)
    {
        _ = Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }

    // A command that is not complete at the end of input is given as it is: running it shows the error.
    private string? ReadCommand()
    {
        WritePrompt(continuation: false);
        string? line = _console.Input.ReadLine(_console.Interruption.Token);
        if (line is null)
        {
            return null;
        }

        var command = new StringBuilder(line);
        while (IsIncomplete(command.ToString()))
        {
            WritePrompt(continuation: true);
            line = _console.Input.ReadLine(_console.Interruption.Token);
            if (line is null)
            {
                EndPromptLine();
                break;
            }

            command.Append('\n').Append(line);
        }

        return command.ToString();
    }

    private void WritePrompt(bool continuation)
    {
        if (_prompts)
        {
            _console.TerminalMode?.Restore();
            _console.Out.Write(continuation ? ">> " : _runner.EvaluatePrompt());
        }
    }

    private void EndPromptLine()
    {
        // Ctrl+D shows nothing and leaves the cursor behind the prompt.
        if (_prompts)
        {
            _console.Out.WriteLine();
        }
    }
}
