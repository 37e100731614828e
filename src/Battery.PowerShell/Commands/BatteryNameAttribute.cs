using System.Collections;
using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>
/// Restricts a name parameter to strings, and objects of Import-Csv with a property Name. PowerShell would convert any other
/// object, for example a file or a manager, to a string, which is not a battery's name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BatteryNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Name(inputData);

    private static object Name(object input) => (input is PSObject wrapped ? wrapped.BaseObject : input) switch
    {
        // The conversion and the validation that follow handle numbers and null.
        null or IConvertible => input,
        PSCustomObject when ((PSObject)input).Properties[nameof(Name)]?.Value is { } name => $"{name}",
        IEnumerable values => values.Cast<object>().Select(Name).ToArray(),
        object other => throw NotAName(other),
    };

    // If a failed cast is the cause, PowerShell tries the other parameters that take pipeline input.
    private static ArgumentTransformationMetadataException NotAName(object value)
    {
        string message = $"An object of type {value.GetType().Name} is not a battery's name.";
        return new(message, new PSInvalidCastException(message));
    }
}
