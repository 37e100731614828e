using System.Collections;
using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>
/// Requires paths that are not empty. No path at all passes: the property Recording of a manager on the pipeline, which PowerShell binds
/// to the parameter too, is null where the manager reads the machine.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateRecordingAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is IEnumerable paths && paths.Cast<object?>().Any(static path => string.IsNullOrEmpty(path?.ToString())))
        {
            throw new ValidationMetadataException("A path is empty; give the path of a recording.");
        }
    }
}
