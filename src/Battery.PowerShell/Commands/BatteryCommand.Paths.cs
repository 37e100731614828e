using System.Collections.ObjectModel;
using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <content>Converts paths of PowerShell to paths of the system.</content>
public abstract partial class BatteryCommand
{
    /// <summary>The source that -SysfsRoot names; this machine without it.</summary>
    /// <remarks>Completion ends a folder's name with a separator. Without it the sources of two objects can be compared.</remarks>
    private protected DataSource LiveSource =>
        new(SysfsRoot is null ? null : Path.TrimEndingDirectorySeparator(ResolvePath(SysfsRoot, nameof(DataSource.SysfsRoot))), null);

    /// <summary>The recording at a path. Wildcards in the path are literal.</summary>
    private protected DataSource RecordingAt(string path) => new(null, ResolvePath(path, nameof(DataSource.Recording)));

    /// <summary>
    /// The paths of the recordings at a path. A path that exists is literal, so that a file's name may contain brackets;
    /// otherwise its wildcards are expanded.
    /// </summary>
    /// <exception cref="BatteryException">The wildcards match nothing.</exception>
    private protected string[] ExpandRecording(string path)
    {
        string literal = ResolvePath(path, nameof(DataSource.Recording));
        if (Path.Exists(literal) || !WildcardPattern.ContainsWildcardCharacters(path))
        {
            return [literal];
        }

        string[] matches = [.. Expand(path).Order(StringComparer.Ordinal)];
        return matches.Length > 0 ? matches : throw new BatteryException(BatteryError.NotFound, $"No file or folder matches '{path}'.");
    }

    /// <summary>Resolves a path of the file system. Wildcards in the path are literal.</summary>
    /// <param name="path">The path as the user gave it.</param>
    /// <param name="parameter">The name of the parameter.</param>
    private protected string ResolvePath(string path, string parameter)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
        {
            string message = $"-{parameter} takes a path of the file system; '{path}' belongs to the provider {provider.Name}.";
            ErrorRecord error = new(new PSArgumentException(message), $"{parameter}NotFileSystem", ErrorCategory.InvalidArgument, path);
            ThrowTerminatingError(WithAction(error, message, "Give a path of the file system."));
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
