using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace Battery.Shell;

/// <summary>A runspace with this host, and what runs in it.</summary>
internal sealed class ShellRunner : IDisposable
{
    private readonly ShellConsole _console;
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly Lock _lock = new();
    private Pipeline? _running;

    /// <summary>Opens a runspace.</summary>
    /// <param name="console">The console that it reads and writes.</param>
    internal ShellRunner(ShellConsole console)
    {
        _console = console;
        _host = new ShellHost(console);

        // CreateDefault would load the snap-ins of pwsh (Utility, Management, …), which are not in the engine's package.
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // The module under test is not signed; other systems know no execution policy.
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();

        // Cmdlets that look for the thread's runspace (script blocks in delegates, converters) find this one.
        Runspace.DefaultRunspace = _runspace;
        if (!console.UseColor)
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }
    }

    /// <summary>The code of <c>exit</c>, or null while none was run.</summary>
    internal int? RequestedExitCode => _host.RequestedExitCode;

    /// <summary>Whether a pipeline runs now.</summary>
    internal bool IsBusy
    {
        get
        {
            lock (_lock)
            {
                return _running is not null;
            }
        }
    }

    /// <summary>Imports a module; errors go to standard error and the shell goes on.</summary>
    /// <param name="path">The path of the module.</param>
    internal void ImportModule(string path)
    {
        var import = new Command("Import-Module");
        import.Parameters.Add("Name", path);
        using Pipeline pipeline = _runspace.CreatePipeline();
        pipeline.Commands.Add(import);
        _ = Run(pipeline);
    }

    /// <summary>Runs a text and renders what it gives.</summary>
    /// <param name="text">The text.</param>
    /// <param name="addToHistory">Whether Get-History is to know it.</param>
    /// <returns>The exit code that pwsh would give after it.</returns>
    internal int RunText(string text, bool addToHistory)
    {
        // The engine's own error for a text that stops too early has no place, and its view shows nothing of it.
        _ = Parser.ParseInput(text, out _, out ParseError[] errors);
        if (errors.Any(error => error.IncompleteInput))
        {
            Report(new ParseException(errors));
            return ExitCodes.Failure;
        }

        using Pipeline pipeline = _runspace.CreatePipeline(text, addToHistory);
        int? early = Run(pipeline);
        return early ?? (LastStatementSucceeded() ? ExitCodes.Success : ExitCodes.Failure);
    }

    /// <summary>Runs a script file and renders what it gives.</summary>
    /// <param name="path">The full path of the script.</param>
    /// <param name="arguments">Its arguments, as given on the command line.</param>
    /// <param name="exitEndsHost">Whether <c>exit</c> in the script ends the shell.</param>
    /// <returns>The exit code that pwsh would give after it.</returns>
    internal int RunFile(string path, IEnumerable<string> arguments, bool exitEndsHost)
    {
        // Without the extension (a script with a #! line) the engine would take the file for a native program.
        var script = path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
            ? new Command(path, isScript: false, useLocalScope: false)
            : new Command(File.ReadAllText(path), isScript: true, useLocalScope: false);
        foreach (CommandParameter parameter in ScriptArguments.ToParameters(arguments))
        {
            script.Parameters.Add(parameter);
        }

        if (exitEndsHost)
        {
            // Else the engine would only put the code into $LASTEXITCODE, where native programs' codes are too.
            _ = EngineInternals.TryLetNextScriptExitHost(_runspace);
        }

        using Pipeline pipeline = _runspace.CreatePipeline();
        pipeline.Commands.Add(script);

        // A script that comes to its end has succeeded, whatever its last statement did.
        return Run(pipeline) ?? ExitCodes.Success;
    }

    /// <summary>Runs the prompt function.</summary>
    /// <returns>The prompt.</returns>
    internal string EvaluatePrompt()
    {
        string fallback = $"PS {_runspace.SessionStateProxy.Path.CurrentLocation}> ";
        try
        {
            using Pipeline pipeline = _runspace.CreatePipeline("prompt");
            string prompt = string.Concat(Invoke(pipeline).Select(part => part?.ToString()));
            return prompt.Length > 0 ? prompt : fallback;
        }
        catch (RuntimeException)
        {
            // A broken prompt function must not keep anybody from mending it.
            return fallback;
        }
    }

    /// <summary>Stops the running pipeline, if there is one.</summary>
    internal void Stop()
    {
        lock (_lock)
        {
            // Not Stop: it waits for the pipeline, which may be in a read that only Enter ends.
            _running?.StopAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _runspace.Dispose();

    // Gives the exit code where the pipeline did not come to its end, else null.
    private int? Run(Pipeline pipeline)
    {
        try
        {
            Render(pipeline);
            return _host.RequestedExitCode ?? (WasInterrupted(pipeline) ? ExitCodes.Interrupted : null);
        }
        catch (RuntimeException) when (WasInterrupted(pipeline))
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (exception is RuntimeException or InvalidOperationException)
        {
            Report(exception);
            return _host.RequestedExitCode ?? ExitCodes.Failure;
        }
    }

    // Invoke throws for a stopped pipeline only where something waited for its output.
    private bool WasInterrupted(Pipeline pipeline)
        => _console.Interruption.IsRequested && pipeline.PipelineStateInfo.State == PipelineState.Stopped;

    private void Render(Pipeline pipeline)
    {
        // Errors go through Out-Default too, so that they come in their place among the output and in the same view.
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true));
        _ = Invoke(pipeline);
    }

    private Collection<PSObject> Invoke(Pipeline pipeline)
    {
        lock (_lock)
        {
            _running = pipeline;
        }

        try
        {
            return pipeline.Invoke();
        }
        finally
        {
            lock (_lock)
            {
                _running = null;
            }
        }
    }

    private void Report(Exception exception)
    {
        ErrorRecord record = (exception as IContainsErrorRecord)?.ErrorRecord
            ?? new ErrorRecord(exception, "Battery.Shell", ErrorCategory.NotSpecified, null);
        var error = new PSObject(record);
        if (!EngineInternals.TryMarkAsError(error))
        {
            _host.UI.WriteErrorLine(record.ToString());
            return;
        }

        try
        {
            using Pipeline pipeline = _runspace.CreatePipeline();
            pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true));
            pipeline.Input.Write(error);
            pipeline.Input.Close();
            _ = Invoke(pipeline);
        }
        catch (RuntimeException)
        {
            _host.UI.WriteErrorLine(record.ToString());
        }
    }

    private bool LastStatementSucceeded()
    {
        using Pipeline pipeline = _runspace.CreatePipeline("$global:?");
        return Invoke(pipeline) is [{ BaseObject: true }];
    }
}
