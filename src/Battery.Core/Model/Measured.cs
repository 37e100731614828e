namespace Battery.Core.Model;

/// <summary>A number that may be unknown, with the reason. NaN stands for unknown, so that it can never pass for 0.</summary>
public readonly record struct Measured
{
    private Measured(double value, Reason reason)
    {
        Value = value;
        Reason = reason;
    }

    /// <summary>The number, or NaN.</summary>
    public double Value { get; }

    /// <summary>Why it is known or not.</summary>
    public Reason Reason { get; }

    /// <summary>Whether the number is known.</summary>
    public bool IsKnown => Reason == Reason.Known;

    /// <summary>A known number.</summary>
    public static Measured Known(double value) => new(value, Reason.Known);

    /// <summary>An unknown number.</summary>
    public static Measured Unknown(Reason reason) => new(double.NaN, reason);

    /// <summary>This number where it is known, else the other one.</summary>
    public Measured Or(Measured other) => IsKnown || (!other.IsKnown && Reason != Reason.Missing) ? this : other;

    /// <summary>This number where it lies in a range, else unknown.</summary>
    public Measured Within(double low, double high, Reason refusal = Reason.OutOfRange) =>
        !IsKnown || (Value >= low && Value <= high) ? this : Unknown(refusal);

    /// <summary>The number times a factor; unknown stays unknown.</summary>
    public Measured Times(double factor) => IsKnown ? Known(Value * factor) : this;
}
