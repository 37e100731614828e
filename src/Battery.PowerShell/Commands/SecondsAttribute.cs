using System.Globalization;
using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Lets a <see cref="TimeSpan"/> parameter take a number as seconds; PowerShell alone would take it as ticks of 100 ns.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecondsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        bool isNumber = value is IConvertible and not string
            || (value is string text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        if (!isNumber)
        {
            return inputData;
        }

        double seconds = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return seconds is >= 0 and <= int.MaxValue
            ? TimeSpan.FromSeconds(seconds)
            : throw new ArgumentTransformationMetadataException($"{value} is no time: give seconds from 0 to {int.MaxValue}, or a TimeSpan as '00:01:30'.");
    }
}
