using Battery.Core.Model;

namespace Battery.Core.Rules;

/// <summary>The capacities of a battery in one unit, Wh or Ah.</summary>
/// <param name="Remaining">The remaining capacity.</param>
/// <param name="Full">The present full capacity.</param>
/// <param name="FullDesign">The full capacity by design.</param>
internal readonly record struct Capacities(Measurement Remaining, Measurement Full, Measurement FullDesign)
{
    /// <summary>Whether any is known and not 0.</summary>
    public bool IsAnyMeasured => Remaining.Value > 0 || Full.IsKnown || FullDesign.IsKnown;

    /// <summary>How much can be charged.</summary>
    public Measurement Room => Remaining.IsKnown && Full.IsKnown
        ? Measurement.Known(Full.Value - Remaining.Value).Within(0, double.MaxValue)
        : Measurement.Unknown(Full.IsKnown ? Remaining.Quality : Full.Quality);

    /// <summary>A numerator over a denominator, in %.</summary>
    public static Measurement Percent(Measurement part, Measurement whole) =>
        !part.IsKnown ? part : whole.IsKnown ? Measurement.Known(100 * part.Value / whole.Value) : whole;
}
