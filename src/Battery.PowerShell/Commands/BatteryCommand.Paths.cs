using System.Collections.ObjectModel;
using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <content>Paths as a user gives them, as the system's own.</content>
public abstract partial class BatteryCommand
{
    /// <summary>The machine whose /sys is in a folder; this machine without one.</summary>
    private protected Machine AtSysfsRoot(string? folder) => new(folder is null ? null : ResolvePath(folder, nameof(Machine.SysfsRoot)), null);

    /// <summary>The recording at a path; wildcards in it are taken as they are.</summary>
    private protected Machine AtRecording(string path) => new(null, ResolvePath(path, nameof(Machine.Recording)));

    /// <summary>The paths of the recordings at a path. A path that exists is taken as it is, so that brackets in a file's name do no harm; else its wildcards are expanded.</summary>
    /// <exception cref="BatteryException">Its wildcards match nothing.</exception>
    private protected string[] ExpandRecording(string path)
    {
        string literal = ResolvePath(path, nameof(Machine.Recording));
        if (Path.Exists(literal) || !WildcardPattern.ContainsWildcardCharacters(path))
        {
            return [literal];
        }

        string[] matches = [.. Expand(path).Order(StringComparer.Ordinal)];
        return matches.Length > 0 ? matches : throw new BatteryException(BatteryError.NotFound, $"No file or folder matches '{path}'.");
    }

    /// <summary>A path of the file system; wildcards in it are taken as they are.</summary>
    /// <param name="path">The path as the user gave it.</param>
    /// <param name="parameter">The parameter that has it.</param>
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

    private Collection<string> Expand(string path)
    {
        try
        {
            return SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (ItemNotFoundException)
        {
            return [];
        }
    }
}
