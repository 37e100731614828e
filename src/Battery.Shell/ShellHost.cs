using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Battery.Shell;

/// <summary>The host that PowerShell's engine sees.</summary>
internal sealed class ShellHost : PSHost
{
    private readonly ShellHostUserInterface _ui;

    /// <summary>Makes a host on a console.</summary>
    /// <param name="console">The console.</param>
    internal ShellHost(ShellConsole console) => _ui = new ShellHostUserInterface(console);

    /// <summary>The code of <c>exit</c>, or null while none was run.</summary>
    internal int? RequestedExitCode { get; private set; }

    /// <inheritdoc/>
    public override string Name => "Battery.Shell";

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version ?? new Version(0, 0);

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override PSHostUserInterface UI => _ui;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    /// <inheritdoc/>
    public override void EnterNestedPrompt()
        => throw new HostException(
            "Battery.Shell has no nested prompts.", null, "NestedPromptNotSupported", ErrorCategory.NotImplemented);

    /// <inheritdoc/>
    public override void ExitNestedPrompt()
        => throw new HostException(
            "Battery.Shell has no nested prompts.", null, "NestedPromptNotSupported", ErrorCategory.NotImplemented);

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
        // Native programs share the terminal as it is; there is no state to put away.
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
        // See NotifyBeginApplication.
    }
}
