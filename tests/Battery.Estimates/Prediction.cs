namespace Battery.Estimates;

/// <summary>An estimate at a row of a run: the time until empty or full and the 80 % interval. NaN where there is none.</summary>
internal readonly record struct Prediction(double Seconds, double Low, double High)
{
    /// <summary>No estimate.</summary>
    public static Prediction None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>An estimate without an interval, where it is above 0.</summary>
    public static Prediction Of(double seconds) => seconds > 0 ? new(seconds, double.NaN, double.NaN) : None;
}
