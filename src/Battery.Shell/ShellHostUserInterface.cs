using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Battery.Shell;

/// <summary>Writes PowerShell's streams to the console and asks its questions there.</summary>
internal sealed class ShellHostUserInterface : PSHostUserInterface
{
    private readonly ShellConsole _console;

    /// <summary>Makes the user interface of a console.</summary>
    /// <param name="console">The console.</param>
    internal ShellHostUserInterface(ShellConsole console) => _console = console;

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => _console.UseColor;

    /// <inheritdoc/>
    public override void Write(string value) => _console.Out.Write(value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        => _console.Out.Write(Colored(foregroundColor, backgroundColor, value));

    /// <inheritdoc/>
    public override void WriteLine() => _console.Out.WriteLine();

    /// <inheritdoc/>
    public override void WriteLine(string value) => _console.Out.WriteLine(value);

    /// <inheritdoc/>
    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        => _console.Out.WriteLine(Colored(foregroundColor, backgroundColor, value));

    /// <inheritdoc/>
    public override void WriteErrorLine(string value)
    {
        // The engine ends a rendered error with an empty text; pwsh writes none for it either.
        if (!string.IsNullOrEmpty(value))
        {
            _console.Error.WriteLine(value);
        }
    }

    /// <inheritdoc/>
    public override void WriteWarningLine(string message)
        => _console.Out.WriteLine(Styled(PSStyle.Instance.Formatting.Warning, $"WARNING: {message}"));

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message)
        => _console.Out.WriteLine(Styled(PSStyle.Instance.Formatting.Verbose, $"VERBOSE: {message}"));

    /// <inheritdoc/>
    public override void WriteDebugLine(string message)
        => _console.Out.WriteLine(Styled(PSStyle.Instance.Formatting.Debug, $"DEBUG: {message}"));

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // Progress is for people at a rich terminal; this host shows none.
    }

    /// <inheritdoc/>
    public override string ReadLine()
    {
        try
        {
            return _console.Input.ReadLine(_console.Interruption.Token) ?? throw InputEnded();
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C during a question stops the pipeline that asked it.
            throw new PipelineStoppedException();
        }
    }

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => HiddenInput.Read(_console, ReadLine);

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        ArgumentNullException.ThrowIfNull(descriptions);
        WriteHeading(caption, message);
        return new FieldPrompt(this).Ask(descriptions);
    }

    /// <inheritdoc/>
    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Count == 0)
        {
            throw new ArgumentException("There is nothing to choose from.", nameof(choices));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(defaultChoice, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(defaultChoice, choices.Count);
        WriteHeading(caption, message);
        return new ChoicePrompt(this, choices, defaultChoice).Ask();
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        => PromptForCredential(
            caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
    {
        WriteHeading(caption, message);
        while (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }

        Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadLineAsSecureString());
    }

    private static HostException InputEnded()
        => new("Standard input ended while an answer was needed.", null, "InputEnded", ErrorCategory.ReadError);

    private void WriteHeading(string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
        {
            WriteLine();
            WriteLine(Styled(PSStyle.Instance.Bold, caption));
        }

        if (!string.IsNullOrEmpty(message))
        {
            WriteLine(message);
        }
    }

    private string Colored(ConsoleColor foreground, ConsoleColor background, string text)
    {
        // A background like the console's own is left to the terminal, whose black need not be black.
        string style = PSStyle.MapForegroundColorToEscapeSequence(foreground);
        if (background != RawUI.BackgroundColor)
        {
            style += PSStyle.MapBackgroundColorToEscapeSequence(background);
        }

        return Styled(foreground == RawUI.ForegroundColor && background == RawUI.BackgroundColor ? string.Empty : style, text);
    }

    private string Styled(string style, string text)
        => _console.UseColor && style.Length > 0 ? style + text + PSStyle.Instance.Reset : text;
}
