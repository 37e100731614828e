using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>A number as the machine gave it, in the unit that its <see cref="SupplyProperty"/> names, or why there is none.</summary>
/// <param name="Number">The number, of meaning only where the reason is <see cref="Reason.Known"/>.</param>
/// <param name="Reason">Why it is known or not. The default value is 'missing'.</param>
public readonly record struct RawValue(long Number, Reason Reason)
{
    /// <summary>Whether there is a number.</summary>
    public bool IsKnown => Reason == Reason.Known;

    /// <summary>A number that was read.</summary>
    public static RawValue Known(long number) => new(number, Reason.Known);

    /// <summary>No number.</summary>
    public static RawValue Unknown(Reason reason) => new(0, reason);

    /// <summary>The number in another unit.</summary>
    /// <param name="unit">The raw unit's size in the wanted one, as 1e-6 for µWh to Wh.</param>
    public Measured In(double unit) => IsKnown ? Measured.Known(Number * unit) : Measured.Unknown(Reason);
}
