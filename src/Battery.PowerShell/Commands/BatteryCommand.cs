using System.Management.Automation;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>What the cmdlets share: the folder to read, the library that must be there, and how its errors are told.</summary>
public abstract class BatteryCommand : PSCmdlet
{
    /// <summary>A folder to read in place of /sys, as a host's /sys mounted in a container. Linux only.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public virtual string? SysfsRoot { get; set; }

    /// <summary><see cref="SysfsRoot"/> as a path of the system.</summary>
    protected string? Root { get; private set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Root = SysfsRoot is null ? null : ResolveRoot(SysfsRoot);
        try
        {
            NativeLibraryResolver.EnsureLoaded();
        }
        catch (NativeLibraryException e)
        {
            ThrowTerminatingError(new ErrorRecord(e, e.ErrorId, ErrorCategory.ResourceUnavailable, NativeLibraryLocator.LibraryPath));
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
            BatteryError.NotFound => ("SysfsRootNotFound", ErrorCategory.ObjectNotFound, "Give the folder that holds class/power_supply, as /sys does."),
            BatteryError.PermissionDenied => ("AccessDenied", ErrorCategory.PermissionDenied, "Run as a user who may read it."),
            BatteryError.NotSupported => ("NotSupported", ErrorCategory.NotImplemented, "Use a machine that this version of the module reads."),
            BatteryError.InvalidHandle => ("ManagerDisposed", ErrorCategory.InvalidOperation, "Open a new one with Get-BatteryManager."),
            _ => ("ReadFailed", ErrorCategory.ReadError, "Try again; if it stays, look at the system's log."),
        };

        // The library speaks to C programmers; who holds a BatteryManager knows it by that name.
        string message = exception.Error == BatteryError.InvalidHandle ? "The battery manager was disposed." : exception.Message;
        return WithAction(new(exception, id, category, Root), message, action);
    }

    /// <summary>Adds to an error what to do about it.</summary>
    private protected static ErrorRecord WithAction(ErrorRecord record, string message, string action)
    {
        record.ErrorDetails = new ErrorDetails(message) { RecommendedAction = action };
        return record;
    }

    private string ResolveRoot(string path)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            string message = $"-SysfsRoot takes a folder of the file system; '{path}' belongs to the provider {provider.Name}.";
            ThrowTerminatingError(WithAction(new(new PSArgumentException(message), "SysfsRootNotFileSystem", ErrorCategory.InvalidArgument, path), message, "Give a path of the file system."));
        }

        return resolved;
    }
}
