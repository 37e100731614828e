using System.Globalization;
using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Converts a number to a <see cref="TimeSpan"/> in seconds; PowerShell alone would take it as ticks of 100 ns.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return Duration(value) is { } duration && duration >= TimeSpan.Zero
            ? duration
            : throw new ArgumentTransformationMetadataException(
                $"'{value}' is not a valid duration: give seconds from 0 to {int.MaxValue}, or a TimeSpan such as '00:01:30'.");
    }

    private static TimeSpan? Duration(object? value) => value switch
    {
        TimeSpan duration => duration,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) => FromSeconds(seconds),
        string text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan duration) ? duration : null,
        byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            FromSeconds(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static TimeSpan? FromSeconds(double seconds) => seconds is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds) : null;
}
