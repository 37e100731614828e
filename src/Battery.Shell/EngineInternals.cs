using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Battery.Shell;

/// <summary>The two switches of the engine that pwsh sets and that have no public name.</summary>
/// <remarks>
/// The engine's package is pinned to one version, and the tests of the shell see each of the two at work. Where one
/// is not found the shell goes on without: each method says so by false.
/// </remarks>
internal static class EngineInternals
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>Makes Out-Default render an error record in its input as an error instead of as data.</summary>
    /// <remarks>A command that writes the record anew would put its own place in the record over the true one.</remarks>
    /// <param name="record">The wrapped error record.</param>
    /// <returns>Whether it was marked.</returns>
    internal static bool TryMarkAsError(PSObject record)
    {
        PropertyInfo? stream = typeof(PSObject).GetProperty("WriteStream", Hidden);
        if (stream is null || !stream.PropertyType.IsEnum || !Enum.TryParse(stream.PropertyType, "Error", out object? error))
        {
            return false;
        }

        stream.SetValue(record, error);
        return true;
    }

    /// <summary>Makes <c>exit</c> in the next script file end the host with its code, and not the file alone.</summary>
    /// <param name="runspace">The runspace that runs the script.</param>
    /// <returns>Whether it was set.</returns>
    internal static bool TryLetNextScriptExitHost(Runspace runspace)
    {
        object? context = typeof(Runspace).GetProperty("ExecutionContext", Hidden)?.GetValue(runspace);
        PropertyInfo? rethrow = context?.GetType().GetProperty("ScriptCommandProcessorShouldRethrowExit", Hidden);
        rethrow?.SetValue(context, true);
        return rethrow is not null;
    }
}
