using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>A number as the system reported it, in the unit of its <see cref="SupplyProperty"/>, or why it is unknown.</summary>
/// <param name="Number">The number, valid only if the quality is <see cref="ValueQuality.Known"/>.</param>
/// <param name="Quality">Why it is known or not. The default value is 'missing'.</param>
internal readonly record struct RawValue(long Number, ValueQuality Quality)
{
    /// <summary>Whether the number is known.</summary>
    public bool IsKnown => Quality == ValueQuality.Known;

    /// <summary>A known number.</summary>
    public static RawValue Known(long number) => new(number, ValueQuality.Known);

    /// <summary>An unknown number.</summary>
    public static RawValue Unknown(ValueQuality quality) => new(0, quality);

    /// <summary>The number in another unit.</summary>
    /// <param name="parts">
    /// How many raw units are one unit of the result, for example 1e6 for µWh to Wh. Dividing gives the double nearest to the
    /// decimal number; multiplying by 1e-6 would give 12.177999999999999 V for 12.178 V.
    /// </param>
    public Measurement Divide(double parts) => IsKnown ? Measurement.Known(Number / parts) : Measurement.Unknown(Quality);
}
