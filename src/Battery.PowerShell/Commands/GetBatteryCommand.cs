using System.Management.Automation;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Gets the batteries of this machine, each as a <see cref="BatteryInfo"/>.</summary>
[Cmdlet(VerbsCommon.Get, "Battery")]
[OutputType(typeof(BatteryInfo))]
public sealed class GetBatteryCommand : PSCmdlet
{
    // SysfsRoot as a path of the system.
    private string? _root;

    /// <summary>Names of batteries, as BAT0; wildcards are allowed. Without it: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The machine's own batteries (the default), those of peripherals, or all.</summary>
    [Parameter]
    public ScopeFilter Scope { get; set; } = ScopeFilter.System;

    /// <summary>A folder to read in place of /sys, as a host's /sys mounted in a container. Linux only.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SysfsRoot { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _root = SysfsRoot is null ? null : ResolveRoot(SysfsRoot);
        try
        {
            NativeLibraryResolver.EnsureLoaded();
        }
        catch (NativeLibraryException e)
        {
            Fail(e, e.ErrorId, ErrorCategory.ResourceUnavailable, NativeLibraryLocator.LibraryPath);
        }

        WriteVerbose($"Using libbattery {LibBattery.Version} from '{NativeLibraryLocator.LibraryPath}'.");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<BatteryInfo> batteries = Read(Scope);
        if (batteries.Count == 0)
        {
            WriteVerbose($"No battery of scope {Scope} was found{(_root is null ? string.Empty : $" under '{_root}'")}.");
        }

        WriteObject(Name is null ? batteries : Choose(batteries), enumerateCollection: true);
    }

    private List<BatteryInfo> Choose(List<BatteryInfo> batteries)
    {
        var wanted = new HashSet<BatteryInfo>();
        foreach (string name in Name!)
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            List<BatteryInfo> matches = batteries.FindAll(battery => pattern.IsMatch(battery.Name));
            wanted.UnionWith(matches);
            if (matches.Count == 0)
            {
                ReportMissing(name, pattern, batteries);
            }
        }

        return batteries.FindAll(wanted.Contains);
    }

    private void ReportMissing(string name, WildcardPattern pattern, List<BatteryInfo> batteries)
    {
        if (WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteVerbose($"No battery's name matches '{name}'.");
            return;
        }

        bool elsewhere = Scope != ScopeFilter.All && Read(ScopeFilter.All).Exists(battery => pattern.IsMatch(battery.Name));
        string message = $"Cannot find a battery named '{name}'"
            + (elsewhere ? $" of scope {Scope}; with -Scope All there is one." : ".")
            + (batteries.Count == 0
                ? " There are none here."
                : $" Batteries here: {string.Join(", ", batteries.Select(static battery => battery.Name))}.");
        WriteError(new ErrorRecord(new ItemNotFoundException(message), "BatteryNotFound", ErrorCategory.ObjectNotFound, name)
        {
            ErrorDetails = new ErrorDetails(message)
            {
                RecommendedAction = elsewhere ? "Add -Scope All." : "Use one of the names that Get-Battery -Scope All gives.",
            },
        });
    }

    private string ResolveRoot(string path)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            Fail(new PSArgumentException($"-SysfsRoot takes a folder of the file system; '{path}' belongs to the provider {provider.Name}."), "SysfsRootNotFileSystem", ErrorCategory.InvalidArgument, path);
        }

        return resolved;
    }

    private List<BatteryInfo> Read(ScopeFilter scope)
    {
        try
        {
            return LibBattery.ReadAll(_root, (BatteryScopes)scope);
        }
        catch (LibraryException e)
        {
            (string id, ErrorCategory category) = e.Error switch
            {
                BatteryError.NotFound => ("SysfsRootNotFound", ErrorCategory.ObjectNotFound),
                BatteryError.PermissionDenied => ("AccessDenied", ErrorCategory.PermissionDenied),
                BatteryError.NotSupported => ("NotSupported", ErrorCategory.NotImplemented),
                _ => ("ReadFailed", ErrorCategory.ReadError),
            };
            Fail(e, id, category, _root);
        }

        return [];
    }

    private void Fail(Exception exception, string id, ErrorCategory category, object? target) =>
        ThrowTerminatingError(new ErrorRecord(exception, id, category, target));
}
