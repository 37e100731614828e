using System.Management.Automation;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>What the cmdlets share: the machine to read, the library that must be there, and how its errors are told.</summary>
public abstract class BatteryCommand : PSCmdlet
{
    /// <summary>A folder to read in place of /sys, as a host's /sys mounted in a container. Linux only.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public virtual string? SysfsRoot { get; set; }

    /// <summary>A recording to read in place of this machine: what Save-BatteryRecording wrote, a copy of a power_supply folder, or what ioreg prints on a Mac.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public virtual string? Recording { get; set; }

    /// <summary>The machine that is read, its paths as the system's.</summary>
    private protected Machine Machine { get; private set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (SysfsRoot is not null && Recording is not null)
        {
            const string Message = "-SysfsRoot and -Recording each name the machine to read; give one of the two.";
            ThrowTerminatingError(WithAction(new(new PSArgumentException(Message), "SysfsRootAndRecording", ErrorCategory.InvalidArgument, Recording), Message, "Leave one of them out."));
        }

        Machine = new(
            SysfsRoot is null ? null : ResolvePath(SysfsRoot, nameof(SysfsRoot)),
            Recording is null ? null : ResolvePath(Recording, nameof(Recording)));
        try
        {
            NativeLibraryResolver.EnsureLoaded();
        }
        catch (NativeLibraryException e)
        {
            ThrowTerminatingError(WithAction(new(e, e.ErrorId, ErrorCategory.ResourceUnavailable, NativeLibraryLocator.LibraryPath), e.Message, "Install the module anew, on a system that it has a native library for."));
        }

        WriteVerbose($"Using libbattery {NativeText.LibraryVersion} from '{NativeLibraryLocator.LibraryPath}'.");
    }

    /// <summary>Runs a call of the library; its failure ends the command.</summary>
    /// <param name="call">The call.</param>
    /// <typeparam name="T">What the call gives.</typeparam>
    private protected T Run<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (LibraryException e)
        {
            ThrowTerminatingError(Record(e));
            throw;
        }
    }

    /// <summary>An error of the library as PowerShell tells it.</summary>
    private protected ErrorRecord Record(LibraryException exception)
    {
        (string id, ErrorCategory category, string action) = exception.Error switch
        {
            BatteryError.NotFound when Machine.SysfsRoot is not null => ("SysfsRootNotFound", ErrorCategory.ObjectNotFound, "Give the folder that holds class/power_supply, as /sys does."),
            BatteryError.NotFound => ("RecordingNotFound", ErrorCategory.ObjectNotFound, "Give a file or folder that is there."),
            BatteryError.InvalidData => ("NotARecording", ErrorCategory.InvalidData, "Give what Save-BatteryRecording wrote, a copy of a power_supply folder, or what ioreg prints on a Mac."),
            BatteryError.AlreadyExists => ("RecordingExists", ErrorCategory.ResourceExists, "Give another name, or add -Force."),
            BatteryError.PermissionDenied => ("AccessDenied", ErrorCategory.PermissionDenied, "Run as a user who may read it."),
            BatteryError.NotSupported => ("NotSupported", ErrorCategory.NotImplemented, "Use a machine that this version of the module reads."),
            BatteryError.InvalidHandle => ("ManagerDisposed", ErrorCategory.InvalidOperation, "Open a new one with Get-BatteryManager."),
            _ => ("ReadFailed", ErrorCategory.ReadError, "Try again; if it stays, look at the system's log."),
        };

        // The library speaks to C programmers; who holds a BatteryManager knows it by that name.
        string message = exception.Error == BatteryError.InvalidHandle ? "The battery manager was disposed." : exception.Message;
        return WithAction(new(exception, id, category, Machine.Path), message, action);
    }

    /// <summary>Adds to an error what to do about it.</summary>
    private protected static ErrorRecord WithAction(ErrorRecord record, string message, string action)
    {
        record.ErrorDetails = new ErrorDetails(message) { RecommendedAction = action };
        return record;
    }

    /// <summary>Writes batteries one by one; a collection given whole, PowerShell would first compile a way to enumerate its type.</summary>
    private protected void WriteEach(IEnumerable<BatteryInfo> batteries)
    {
        foreach (BatteryInfo battery in batteries)
        {
            WriteObject(battery);
        }
    }

    /// <summary>Says that there is nothing to show: a machine without a battery is no error.</summary>
    private protected void WriteNoBattery(ScopeFilter scope) =>
        WriteVerbose($"No battery of scope {scope} was found{(Machine.Path is { } path ? $" in '{path}'" : string.Empty)}.");

    /// <summary>Reports a name that no battery has; a pattern that none matches is no error.</summary>
    /// <param name="name">The name.</param>
    /// <param name="scope">Where it was looked for.</param>
    /// <param name="batteries">The batteries of that scope.</param>
    /// <param name="all">All batteries that were read.</param>
    private protected void ReportMissing(string name, ScopeFilter scope, List<BatteryInfo> batteries, List<BatteryInfo> all)
    {
        if (WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteVerbose($"No battery's name matches '{name}'.");
            return;
        }

        bool elsewhere = all.Exists(battery => string.Equals(battery.Name, name, StringComparison.OrdinalIgnoreCase));
        string message = $"Cannot find a battery named '{name}'"
            + (elsewhere ? $" of scope {scope}; with -Scope All there is one." : ".")
            + (batteries.Count == 0
                ? " There are none here."
                : $" Batteries here: {string.Join(", ", batteries.Select(static battery => battery.Name))}.");
        string action = elsewhere ? "Add -Scope All."
            : all.Count == 0 ? "Leave out the name: a machine without a battery is then no error."
            : "Use one of the names that Get-Battery -Scope All gives.";
        WriteError(WithAction(new(new ItemNotFoundException(message), "BatteryNotFound", ErrorCategory.ObjectNotFound, name), message, action));
    }

    /// <summary>A path of the file system; wildcards in it are taken as they are.</summary>
    /// <param name="path">As the user gave it.</param>
    /// <param name="parameter">Of which parameter.</param>
    private protected string ResolvePath(string path, string parameter)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            string message = $"-{parameter} takes a path of the file system; '{path}' belongs to the provider {provider.Name}.";
            ThrowTerminatingError(WithAction(new(new PSArgumentException(message), $"{parameter}NotFileSystem", ErrorCategory.InvalidArgument, path), message, "Give a path of the file system."));
        }

        return resolved;
    }
}
