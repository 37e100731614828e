using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>A unit in which batteries report capacities, energy or charge: its properties, and which of their values are plausible.</summary>
internal sealed class CapacityUnit
{
    /// <summary>A new battery may have a little more than its design capacity; twice as much is a faulty value (seen: 6,233 Wh of 60).</summary>
    public const double MaxFullOverDesign = 2;

    /// <summary>A pack at 5.7 % of its design is real; less than this is a faulty value, for example mAh beside µAh.</summary>
    public const double MinFullOverDesign = 0.02;

    /// <summary>A gauge may report a little more than full; far more is a faulty gauge (seen: 652 %).</summary>
    public const double MaxRemainingOverFull = 1.5;

    /// <summary>The most that anything with a battery in it holds, Wh or Ah: a UPS of a server limit.</summary>
    public const double MaxCapacity = 100_000;

    private const double Million = 1e6;

    // Below this a percentage is too coarse to be compared with a charge.
    private const long MinCapacity = 2;

    // Without a percentage: a remaining charge that would be less than this part of a full capacity does not support that capacity.
    private const double MinWitness = 0.05;

    // ThinkPads count in 10 mWh in 16 bits; below 0 such a number appears as one of these, Wh (seen: 653.84 and 654.75).
    private const double LeastBelowZero = 327.68;
    private const double EndBelowZero = 655.36;

    private readonly SupplyProperty _remaining;
    private readonly SupplyProperty _full;
    private readonly SupplyProperty _fullDesign;
    private readonly SupplyProperty? _counter;
    private readonly double _minFull;

    private CapacityUnit(SupplyProperty remaining, SupplyProperty full, SupplyProperty fullDesign, SupplyProperty? counter, double minFull)
    {
        _remaining = remaining;
        _full = full;
        _fullDesign = fullDesign;
        _counter = counter;
        _minFull = minFull;
    }

    /// <summary>Energy, in µWh. No battery of a machine holds less than 0.05 Wh.</summary>
    public static CapacityUnit Energy { get; } = new(SupplyProperty.EnergyNow, SupplyProperty.EnergyFull, SupplyProperty.EnergyFullDesign, null, 0.05);

    /// <summary>Charge, in µAh. No battery of a machine holds less than 0.02 Ah.</summary>
    public static CapacityUnit Charge { get; } =
        new(SupplyProperty.ChargeNow, SupplyProperty.ChargeFull, SupplyProperty.ChargeFullDesign, SupplyProperty.ChargeCounter, 0.02);

    /// <summary>Charge that is reported as energy.</summary>
    public static CapacityUnit ChargeAsEnergy { get; } =
        new(SupplyProperty.EnergyNow, SupplyProperty.EnergyFull, SupplyProperty.EnergyFullDesign, null, Charge._minFull);

    /// <summary>How many of the three values are reported.</summary>
    public int CountKnown(RawReading raw) => (raw[_remaining].IsKnown ? 1 : 0) + (raw[_full].IsKnown ? 1 : 0) + (raw[_fullDesign].IsKnown ? 1 : 0);

    /// <summary>The plausible values, Wh or Ah.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="scope">Whose battery it is: those of peripherals can be small.</param>
    public Capacities Plausible(RawReading raw, BatteryScope scope)
    {
        if (CountKnown(raw) == 0)
        {
            return new(raw[_remaining].Divide(Million), raw[_full].Divide(Million), raw[_fullDesign].Divide(Million));
        }

        double minFull = scope == BatteryScope.System ? _minFull : double.Epsilon;
        Measurement remaining = PlausibleRemaining(raw, minFull);
        Measurement full = SilentGauge.Refuse(raw, Read(raw, _full).Within(minFull, MaxCapacity));
        Measurement design = SilentGauge.Refuse(raw, Read(raw, _fullDesign).Within(minFull, MaxCapacity));

        // An unknown one is NaN, for which no comparison is true.
        if (full.Value > MaxFullOverDesign * design.Value)
        {
            (full, design) = this == Energy && scope == BatteryScope.System && full.Value is >= LeastBelowZero and < EndBelowZero
                ? BesideFullBelowZero(remaining, design)
                : Agreeing(raw, remaining, full, design);
        }
        else if (full.Value < MinFullOverDesign * design.Value)
        {
            full = Measurement.Unknown(ValueQuality.FullFarBelowDesign);
        }

        Measurement limit = full.IsKnown ? full : design;
        if (limit.IsKnown)
        {
            remaining = remaining.Within(0, MaxRemainingOverFull * limit.Value, ValueQuality.RemainingFarAboveFull);
        }

        return new(remaining, full, design);
    }

    // The remaining capacity over the percentage is a full capacity, for which the lower bound holds, too: mAh beside µAh, or a 0
    // from a gauge that does not count (seen: energy_now 0 at 28 %). Without a percentage it is in the unit of a full capacity that
    // it fits.
    private Measurement PlausibleRemaining(RawReading raw, double minFull)
    {
        Measurement remaining = SilentGauge.Refuse(raw, Read(raw, _remaining).Within(0, MaxCapacity));
        Measurement implied = ImpliedFull(raw, remaining);
        Measurement full = Read(raw, _full);
        bool isTooSmall = implied.IsKnown ? implied.Value < minFull
            : remaining.Value > 0 && full.Value < minFull && remaining.Value <= MaxRemainingOverFull * full.Value;
        return isTooSmall ? Measurement.Unknown(ValueQuality.OutOfRange) : remaining;
    }

    // Two values that are far apart cannot both be right, and neither is more credible than the other: the one that a third value
    // agrees with stays.
    private (Measurement Full, Measurement Design) Agreeing(RawReading raw, Measurement remaining, Measurement full, Measurement design)
    {
        Measurement witness = remaining.IsKnown || _counter is not { } counter ? remaining : Read(raw, counter).Within(0, MaxCapacity);
        Measurement implied = ImpliedFull(raw, witness);
        bool isFullRight, isDesignRight;
        if (implied.IsKnown)
        {
            isFullRight = IsNear(implied.Value, full.Value);
            isDesignRight = !isFullRight && IsNear(implied.Value, design.Value);
        }
        else
        {
            isFullRight = witness.Value > MaxRemainingOverFull * design.Value && witness.Value <= MaxRemainingOverFull * full.Value;
            isDesignRight = witness.Value > 0 && witness.Value <= MaxRemainingOverFull * design.Value && witness.Value < MinWitness * full.Value;
        }

        return (isFullRight ? full : Measurement.Unknown(ValueQuality.FullFarAboveDesign),
            isDesignRight ? design : Measurement.Unknown(ValueQuality.DesignFarBelowFull));
    }

    // The percentage agrees with such a full capacity, because the kernel computes it from that: it says nothing.
    private static (Measurement Full, Measurement Design) BesideFullBelowZero(Measurement remaining, Measurement design) =>
        (Measurement.Unknown(ValueQuality.FullFarAboveDesign),
            remaining.Value > MaxRemainingOverFull * design.Value ? Measurement.Unknown(ValueQuality.DesignFarBelowFull) : design);

    private static bool IsNear(double implied, double reported) => implied >= reported / 2 && implied <= reported * 2;

    private static Measurement ImpliedFull(RawReading raw, Measurement remaining)
    {
        RawValue capacity = raw[SupplyProperty.Capacity];
        return capacity is { IsKnown: true, Number: >= MinCapacity and <= PercentageRule.MaxOverrun } && remaining.IsKnown
            ? Measurement.Known(100 * remaining.Value / capacity.Number)
            : Measurement.Unknown(ValueQuality.Missing);
    }

    private static Measurement Read(RawReading raw, SupplyProperty property) => Sentinels.ToUnknown(raw[property]).Divide(Million);
}
