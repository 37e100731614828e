using System.Collections;
using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>
/// Lets a name parameter take strings, and objects without a .NET type that have a property Name, as Import-Csv makes them.
/// Anything else, such as a file or a manager, would be bound by its string, which is not a battery's name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BatteryNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Name(inputData);

    private static object Name(object input) => (input is PSObject wrapped ? wrapped.BaseObject : input) switch
    {
        // A number or a null is for the conversion and the validation that follow.
        null or IConvertible => input,
        PSCustomObject when ((PSObject)input).Properties[nameof(Name)]?.Value is { } name => $"{name}",
        IEnumerable values => values.Cast<object>().Select(Name).ToArray(),
        object other => throw NotAName(other),
    };

    // With a cast that failed as the cause, PowerShell tries the other parameters that take pipeline input.
    private static ArgumentTransformationMetadataException NotAName(object value)
    {
        string message = $"An object of type {value.GetType().Name} is not a battery's name.";
        return new(message, new PSInvalidCastException(message));
    }
}
