using System.Management.Automation;
using Battery.PowerShell.Formatting;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>The base of the cmdlets: it loads the library, writes batteries, and reports errors.</summary>
public abstract partial class BatteryCommand : PSCmdlet
{
    /// <summary>The parameter set that reads a machine.</summary>
    private protected const string SysfsRootSet = "SysfsRoot";

    /// <summary>The parameter set that reads recordings.</summary>
    private protected const string RecordingSet = "Recording";

    private readonly TaskCompletionSource _stopped = new();

    /// <summary>
    /// A folder to read instead of /sys, for example a host's /sys that is mounted in a container: the folder that contains
    /// class/power_supply. It is a path of the file system, and wildcards in it are literal. Linux only. Not together with -Recording.
    /// </summary>
    /// <default>/sys</default>
    [Parameter(ParameterSetName = SysfsRootSet)]
    [ValidateNotNullOrEmpty]
    public virtual string? SysfsRoot { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            NativeLibraryResolver.EnsureLoaded();
        }
        catch (BatteryLibraryException e)
        {
            ErrorRecord error = new(e, e.ErrorId, ErrorCategory.ResourceUnavailable, NativeLibraryLocator.LibraryPath);
            ThrowTerminatingError(WithAction(error, e.Message, "Install the module again, on a system that it has a native library for."));
        }

        WriteVerbose($"Using libbattery {NativeText.LibraryVersion} from '{NativeLibraryLocator.LibraryPath}'.");
        if (LoadedModule.OtherCopyOf(MyInvocation.MyCommand.Module?.ModuleBase) is { } warning)
        {
            WriteWarning(warning);
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopped.TrySetResult();

    /// <summary>
    /// Runs a call of the library that a device or a file system can block. Ctrl+C ends the command, and the call continues
    /// in its own thread.
    /// </summary>
    /// <param name="call">The call. It must not use the cmdlet.</param>
    /// <typeparam name="T">The type of the call's result.</typeparam>
    private protected T RunStoppable<T>(Func<T> call)
    {
        Task<T> running = Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Current);
        return Task.WaitAny(running, _stopped.Task) == 0 ? running.GetAwaiter().GetResult() : throw new PipelineStoppedException();
    }

    /// <summary>Runs a call of the library. If it fails, the command ends.</summary>
    /// <param name="source">The source that the call reads.</param>
    /// <param name="call">The call.</param>
    /// <typeparam name="T">The type of the call's result.</typeparam>
    private protected T Run<T>(DataSource source, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (BatteryException e)
        {
            ThrowTerminatingError(ToErrorRecord(e, source));
            throw;
        }
    }

    /// <summary>Runs a call for one of several sources. If it fails, the error is reported and the command continues.</summary>
    /// <param name="source">The source that the call reads.</param>
    /// <param name="call">The call.</param>
    /// <typeparam name="T">The type of the call's result.</typeparam>
    private protected T? TryRun<T>(DataSource source, Func<T> call)
        where T : class
    {
        try
        {
            return call();
        }
        catch (BatteryException e)
        {
            WriteError(ToErrorRecord(e, source));
            return null;
        }
    }

    /// <summary>Converts an error of the library to an error record.</summary>
    private protected static ErrorRecord ToErrorRecord(BatteryException exception, DataSource source)
    {
        (string id, ErrorCategory category, string action) = exception.Error switch
        {
            BatteryError.NotFound when source.SysfsRoot is not null =>
                ("SysfsRootNotFound", ErrorCategory.ObjectNotFound, "Give the folder that contains class/power_supply, as /sys does."),
            BatteryError.NotFound => ("RecordingNotFound", ErrorCategory.ObjectNotFound, "Give a file or folder that exists."),
            BatteryError.InvalidData => (
                "NotARecording",
                ErrorCategory.InvalidData,
                "Give a file of Save-BatteryRecording, a copy of a power_supply folder, or the output of ioreg on a Mac."),
            BatteryError.InvalidArgument => ("InvalidPath", ErrorCategory.InvalidArgument, "Give the path of an ordinary file or folder."),
            BatteryError.AlreadyExists => ("RecordingExists", ErrorCategory.ResourceExists, "Give another name, or add -Force."),
            BatteryError.PermissionDenied => ("AccessDenied", ErrorCategory.PermissionDenied, "Run as a user who has access to it."),
            BatteryError.NotSupported => ("NotSupported", ErrorCategory.NotImplemented, "Use a machine that this version of the module supports."),
            BatteryError.InvalidHandle => ("ManagerDisposed", ErrorCategory.InvalidOperation, "Open a new one with Get-BatteryManager."),
            _ => ("ReadFailed", ErrorCategory.ReadError, "Try again; if it persists, see the system's log."),
        };

        // The library's message names a handle, which a user of the module does not know.
        string message = exception.Error == BatteryError.InvalidHandle ? "The battery manager was disposed." : exception.Message;
        return WithAction(new(exception, id, category, source.Path), message, action);
    }

    /// <summary>The source of a battery that was read before; null, with an error, if it is another machine.</summary>
    private protected DataSource? SourceOf(BatteryInfo earlier)
    {
        DataSource? source = DataSource.FromName(earlier.Source);
        if (source is null)
        {
            string message = $"The battery '{earlier.Name}' was read on '{earlier.Source}', and this machine is '{Environment.MachineName}'.";
            ErrorRecord error = new(new ItemNotFoundException(message), "BatteryOfAnotherMachine", ErrorCategory.ObjectNotFound, earlier);
            WriteError(WithAction(error, message, "Read it again on that machine."));
        }

        return source;
    }

    /// <summary>What is listed to find a battery again: its scope, whose value is the bit of the same name.</summary>
    private protected static BatteryScopes ScopesOf(BatteryInfo earlier) => (BatteryScopes)earlier.Scope;

    /// <summary>Whether a battery of the same name is the same battery, as far as its serial number shows.</summary>
    private protected static bool IsSame(BatteryInfo earlier, BatteryInfo now) =>
        now.SerialNumber == earlier.SerialNumber || now.SerialNumber is null || earlier.SerialNumber is null;

    /// <summary>Reports that a battery that was read before was removed, or that another one has its name.</summary>
    /// <param name="earlier">The battery.</param>
    /// <param name="now">The battery that has its name now; null if there is none.</param>
    private protected void ReportGone(BatteryInfo earlier, BatteryInfo? now)
    {
        string message = now is null
            ? $"The battery '{earlier.Name}' was removed."
            : $"The battery '{earlier.Name}' is another one now: its serial number was {earlier.SerialNumber} and is {now.SerialNumber}.";
        ErrorRecord error = new(new ItemNotFoundException(message), "BatteryGone", ErrorCategory.ObjectNotFound, earlier);
        WriteError(WithAction(error, message, "List the batteries again with Get-Battery."));
    }

    /// <summary>Adds to an error what to do about it.</summary>
    private protected static ErrorRecord WithAction(ErrorRecord record, string message, string action)
    {
        record.ErrorDetails = new ErrorDetails(message) { RecommendedAction = action };
        return record;
    }

    /// <summary>Writes batteries one by one; for a collection PowerShell would first compile an enumerator of its type.</summary>
    private protected void WriteEach(IEnumerable<BatteryInfo> batteries)
    {
        foreach (BatteryInfo battery in batteries)
        {
            WriteObject(battery.Scope == BatteryScope.Peripheral ? ViewNames.WithView(battery, ViewNames.Peripheral) : battery);
        }
    }

    /// <summary>Reports that there is no battery, which is not an error.</summary>
    private protected void WriteNoBattery(BatteryScopes scopes, DataSource source) =>
        WriteVerbose($"No battery of scope {scopes} was found{(source.Path is { } path ? $" in '{path}'" : string.Empty)}.");

    /// <summary>Reports a name that no battery has. A pattern that matches none is not an error.</summary>
    /// <param name="name">The name.</param>
    /// <param name="scopes">The scopes that were searched. The others are not read for a better message: the kernel asks a peripheral by radio.</param>
    /// <param name="found">All batteries of these scopes.</param>
    private protected void ReportUnmatched(string name, BatteryScopes scopes, List<BatteryInfo> found)
    {
        if (WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteVerbose($"No battery's name matches '{name}'.");
            return;
        }

        bool isOfAll = scopes == BatteryScopes.All;
        string message = $"Cannot find a battery named '{name}'{(isOfAll ? string.Empty : $" of scope {scopes}")}."
            + (found.Count == 0 ? " No batteries were found." : $" Batteries found: {string.Join(", ", found.Select(static battery => battery.Name))}.")
            + (isOfAll ? string.Empty : " With -Scope All the others are searched, too.");
        string action = found.Count == 0
            ? "Leave out the name: a machine without a battery is not an error."
            : "Use one of the names that Get-Battery -Scope All gives.";
        WriteError(WithAction(new(new ItemNotFoundException(message), "BatteryNotFound", ErrorCategory.ObjectNotFound, name), message, action));
    }
}
