namespace Battery.Core.Estimation;

/// <summary>
/// The course of charging a lithium battery: constant current, then constant voltage. In the second phase the rate is proportional to what is
/// still missing, (1 - z + end) ÷ time constant with z the state of charge from 0 to 1. The two phases merge: cells are not equal, and much
/// firmware lowers the current before the voltage demands it. A slow charger reaches the second phase late or never, a fast one early.
/// </summary>
/// <param name="timeConstant">Seconds in which what is missing shrinks to 1/e: cell resistance ÷ slope of the cell voltage.</param>
/// <param name="end">How far from the ideal end charging is stopped, as a part of the full capacity.</param>
internal readonly struct ChargeCurve(double timeConstant, double end)
{
    /// <summary>A rate this close to that of the second phase belongs to it.</summary>
    private const double InSecondPhase = 0.97;

    /// <summary>The parts that an integral is divided into; the error is below a thousandth.</summary>
    private const int Parts = 24;

    /// <summary>Seconds from one state of charge to another, with the rate that is measured at the first.</summary>
    public double Seconds(double from, double to, double rate)
    {
        if (!(from < to))
        {
            return 0;
        }

        // rate(z)^-3 = first phase^-3 + second phase^-3; over u = ln(1 - z + end) the second phase is constant.
        double slow = Cube(1 / rate) - Cube(timeConstant / (1 - from + end));
        double first = rate < InSecondPhase * (1 - from + end) / timeConstant ? slow : 0;
        double stop = Math.Log(1 - to + end);
        double width = (Math.Log(1 - from + end) - stop) / Parts;
        double seconds = 0;
        for (int part = 0; part < Parts; part++)
        {
            double missing = Math.Exp(stop + ((part + 0.5) * width));
            seconds += width * Math.Cbrt((first * Cube(missing)) + Cube(timeConstant));
        }

        return seconds;
    }

    /// <summary>The highest rate at a state of charge.</summary>
    public double Rate(double at, double rate) => Math.Min(rate, (1 - at + end) / timeConstant);

    private static double Cube(double value) => value * value * value;
}
