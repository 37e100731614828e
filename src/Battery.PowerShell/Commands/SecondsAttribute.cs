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
        return Time(value) is { } time && time >= TimeSpan.Zero
            ? time
            : throw new ArgumentTransformationMetadataException($"'{value}' is not a valid duration: give seconds from 0 to {int.MaxValue}, or a TimeSpan as '00:01:30'.");
    }

    private static TimeSpan? Time(object? value) => value switch
    {
        TimeSpan time => time,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) => Seconds(seconds),
        string text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null,
        byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => Seconds(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static TimeSpan? Seconds(double seconds) => seconds is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds) : null;
}
