namespace Battery.Core.Model;

/// <summary>A number that may be unknown, with the reason. NaN means unknown, so that it can never pass for 0.</summary>
public readonly record struct Measurement
{
    private Measurement(double value, ValueQuality quality)
    {
        Value = value;
        Quality = quality;
    }

    /// <summary>The number, or NaN.</summary>
    public double Value { get; }

    /// <summary>Why it is known or not.</summary>
    public ValueQuality Quality { get; }

    /// <summary>Whether the number is known.</summary>
    public bool IsKnown => Quality == ValueQuality.Known;

    /// <summary>A known number.</summary>
    public static Measurement Known(double value) => new(value, ValueQuality.Known);

    /// <summary>An unknown number.</summary>
    public static Measurement Unknown(ValueQuality quality) => new(double.NaN, quality);

    /// <summary>This number where it is known, else the other one.</summary>
    public Measurement OrElse(Measurement other) => IsKnown || (!other.IsKnown && Quality != ValueQuality.Missing) ? this : other;

    /// <summary>This number where it lies in a range, else unknown.</summary>
    public Measurement Within(double low, double high, ValueQuality refusal = ValueQuality.OutOfRange) =>
        !IsKnown || (Value >= low && Value <= high) ? this : Unknown(refusal);

    /// <summary>The number without its sign; unknown stays unknown.</summary>
    public Measurement Magnitude => IsKnown ? Known(Math.Abs(Value)) : this;

    /// <summary>The number times a factor; unknown stays unknown.</summary>
    public Measurement Times(double factor) => IsKnown ? Known(Value * factor) : this;
}
