using System.Management.Automation;
using Battery.PowerShell.Formatting;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>What the cmdlets share: the library that must be loaded, what they write, and how errors are reported.</summary>
public abstract partial class BatteryCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            NativeLibraryResolver.EnsureLoaded();
        }
        catch (BatteryLibraryException e)
        {
            const string Action = "Install the module again, on a system that it has a native library for.";
            ThrowTerminatingError(WithAction(new(e, e.ErrorId, ErrorCategory.ResourceUnavailable, NativeLibraryLocator.LibraryPath), e.Message, Action));
        }

        WriteVerbose($"Using libbattery {NativeText.LibraryVersion} from '{NativeLibraryLocator.LibraryPath}'.");
        if (LoadedModule.OtherCopyOf(MyInvocation.MyCommand.Module?.ModuleBase) is { } warning)
        {
            WriteWarning(warning);
        }
    }

    /// <summary>Runs a call of the library; its failure ends the command.</summary>
    /// <param name="machine">The machine that the call reads.</param>
    /// <param name="call">The call.</param>
    /// <typeparam name="T">What the call returns.</typeparam>
    private protected T Run<T>(Machine machine, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (BatteryException e)
        {
            ThrowTerminatingError(Record(e, machine));
            throw;
        }
    }

    /// <summary>Runs a call for one of several machines; its failure is reported and the command goes on.</summary>
    /// <param name="machine">The machine that the call reads.</param>
    /// <param name="call">The call.</param>
    /// <typeparam name="T">What the call returns.</typeparam>
    private protected T? TryRun<T>(Machine machine, Func<T> call)
        where T : class
    {
        try
        {
            return call();
        }
        catch (BatteryException e)
        {
            WriteError(Record(e, machine));
            return null;
        }
    }

    /// <summary>An error of the library as an error record.</summary>
    private protected static ErrorRecord Record(BatteryException exception, Machine machine)
    {
        (string id, ErrorCategory category, string action) = exception.Error switch
        {
            BatteryError.NotFound when machine.SysfsRoot is not null => ("SysfsRootNotFound", ErrorCategory.ObjectNotFound, "Give the folder that holds class/power_supply, as /sys does."),
            BatteryError.NotFound => ("RecordingNotFound", ErrorCategory.ObjectNotFound, "Give a file or folder that exists."),
            BatteryError.InvalidData => ("NotARecording", ErrorCategory.InvalidData, "Give a file of Save-BatteryRecording, a copy of a power_supply folder, or the output of ioreg on a Mac."),
            BatteryError.AlreadyExists => ("RecordingExists", ErrorCategory.ResourceExists, "Give another name, or add -Force."),
            BatteryError.PermissionDenied => ("AccessDenied", ErrorCategory.PermissionDenied, "Run as a user who may read it."),
            BatteryError.NotSupported => ("NotSupported", ErrorCategory.NotImplemented, "Use a machine that this version of the module reads."),
            BatteryError.InvalidHandle => ("ManagerDisposed", ErrorCategory.InvalidOperation, "Open a new one with Get-BatteryManager."),
            _ => ("ReadFailed", ErrorCategory.ReadError, "Try again; if it persists, see the system's log."),
        };

        // The library's message is for C programmers; the user of a BatteryManager knows no handle.
        string message = exception.Error == BatteryError.InvalidHandle ? "The battery manager was disposed." : exception.Message;
        return WithAction(new(exception, id, category, machine.Path), message, action);
    }

    /// <summary>Where a battery that was read before is read again; null, with an error, if it came from another machine.</summary>
    private protected Machine? MachineOf(BatteryInfo earlier)
    {
        Machine? machine = Machine.Of(earlier.Source);
        if (machine is null)
        {
            string message = $"The battery '{earlier.Name}' was read on '{earlier.Source}', and this machine is '{Environment.MachineName}'.";
            WriteError(WithAction(new(new ItemNotFoundException(message), "BatteryOfAnotherMachine", ErrorCategory.ObjectNotFound, earlier), message, "Read it again on that machine."));
        }

        return machine;
    }

    /// <summary>Adds to an error what to do about it.</summary>
    private protected static ErrorRecord WithAction(ErrorRecord record, string message, string action)
    {
        record.ErrorDetails = new ErrorDetails(message) { RecommendedAction = action };
        return record;
    }

    /// <summary>Writes batteries one by one; for a whole collection PowerShell would first compile a way to enumerate its type.</summary>
    private protected void WriteEach(IEnumerable<BatteryInfo> batteries)
    {
        foreach (BatteryInfo battery in batteries)
        {
            WriteObject(battery.Scope == BatteryScope.Peripheral ? ViewNames.WithView(battery, ViewNames.Peripheral) : battery);
        }
    }

    /// <summary>Reports that there is nothing to show: a machine without a battery is not an error.</summary>
    private protected void WriteNoBattery(ScopeFilter scope, Machine machine) =>
        WriteVerbose($"No battery of scope {scope} was found{(machine.Path is { } path ? $" in '{path}'" : string.Empty)}.");

    /// <summary>Reports a name that no battery has; a pattern that matches none is not an error.</summary>
    /// <param name="name">The name.</param>
    /// <param name="scope">The scope that was searched.</param>
    /// <param name="all">All batteries that were read.</param>
    private protected void ReportMissing(string name, ScopeFilter scope, List<BatteryInfo> all)
    {
        if (WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteVerbose($"No battery's name matches '{name}'.");
            return;
        }

        bool elsewhere = all.Exists(battery => string.Equals(battery.Name, name, StringComparison.OrdinalIgnoreCase));
        string[] here = [.. all.Where(battery => scope.Includes(battery.Scope)).Select(static battery => battery.Name)];
        string message = $"Cannot find a battery named '{name}'"
            + (elsewhere ? $" of scope {scope}; with -Scope All there is one." : ".")
            + (here.Length == 0 ? " There are none here." : $" Batteries here: {string.Join(", ", here)}.");
        string action = elsewhere ? "Add -Scope All."
            : all.Count == 0 ? "Leave out the name: a machine without a battery is not an error."
            : "Use one of the names that Get-Battery -Scope All gives.";
        WriteError(WithAction(new(new ItemNotFoundException(message), "BatteryNotFound", ErrorCategory.ObjectNotFound, name), message, action));
    }
}
