using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>A number as the machine gave it, in the unit that its <see cref="SupplyProperty"/> names, or why there is none.</summary>
/// <param name="Number">The number, of meaning only where the reason is <see cref="ValueQuality.Known"/>.</param>
/// <param name="Quality">Why it is known or not. The default value is 'missing'.</param>
internal readonly record struct RawValue(long Number, ValueQuality Quality)
{
    /// <summary>Whether there is a number.</summary>
    public bool IsKnown => Quality == ValueQuality.Known;

    /// <summary>A number that was read.</summary>
    public static RawValue Known(long number) => new(number, ValueQuality.Known);

    /// <summary>No number.</summary>
    public static RawValue Unknown(ValueQuality quality) => new(0, quality);

    /// <summary>The number in another unit.</summary>
    /// <param name="parts">How many raw units make one of the wanted, as 1e6 for µWh to Wh. Dividing gives the nearest double to the decimal that is meant; multiplying by 1e-6 would show 12.178 V as 12.177999999999999.</param>
    public Measurement Divide(double parts) => IsKnown ? Measurement.Known(Number / parts) : Measurement.Unknown(Quality);
}
