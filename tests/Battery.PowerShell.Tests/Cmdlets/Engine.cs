using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>A runspace of the real engine with the built module imported.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());

    /// <param name="onCallersThread">Whether commands run on the thread that asks for them, and not on one of the engine's own.</param>
    public Engine(bool onCallersThread = false)
    {
        _runspace.ThreadOptions = onCallersThread ? PSThreadOptions.UseCurrentThread : PSThreadOptions.Default;
        _runspace.Open();
        Run("Import-Module", ("Name", Pwsh.Module));
    }

    public List<ErrorRecord> Errors { get; } = [];

    public Collection<PSObject> GetBattery(params (string Name, object Value)[] parameters) => Run("Get-Battery", parameters);

    public Collection<PSObject> Run(string command, params (string Name, object Value)[] parameters) =>
        Invoke(shell =>
        {
            shell.AddCommand(command);
            foreach ((string name, object value) in parameters)
            {
                shell.AddParameter(name, value);
            }
        });

    public Collection<PSObject> Script(string script) => Invoke(shell => shell.AddScript(script));

    public void SetLocation(string folder) => _runspace.SessionStateProxy.Path.SetLocation(folder);

    public void Dispose() => _runspace.Dispose();

    private Collection<PSObject> Invoke(Action<System.Management.Automation.PowerShell> build)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_runspace);
        build(shell);
        Collection<PSObject> output = shell.Invoke();
        Errors.AddRange(shell.Streams.Error);
        return output;
    }
}
