using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Where charging ends below 100 %, and whether that explains that a battery on external power does not charge.</summary>
/// <param name="Start">The start threshold, 1 to 99 %; NaN without one.</param>
/// <param name="End">The charge limit, 1 to 99 %; NaN without one.</param>
/// <param name="HasLimitWithoutNumber">Whether a limit is in force whose percentage is not reported.</param>
/// <param name="IsAdaptive">Whether the machine decides by itself where charging ends.</param>
internal readonly record struct ChargeLimitRule(double Start, double End, bool HasLimitWithoutNumber, bool IsAdaptive)
{
    // Firmware stops a little below the number, or the percentage is rounded down.
    private const double Tolerance = 1;

    // No machine has a fixed limit below: Surface has 50 %, Sony 50 and 80, Lenovo 60 or 80, LG and Toshiba 80.
    private const double LowestFixedLimit = 50;

    /// <summary>Whether charging ends below 100 %, at a known percentage or not.</summary>
    public bool IsInForce => HasLimitWithoutNumber || !double.IsNaN(End);

    /// <summary>The limits that a reading reports.</summary>
    /// <remarks>
    /// Thresholds of 0 are 'off', and firmware reports nonsense where it has none (msi-ec: −10, −138; Galaxybook: 78,497,792). Dell's
    /// thresholds stay as they were while another charge type than custom is active: then they are not in force.
    /// </remarks>
    public static ChargeLimitRule Of(RawReading raw)
    {
        ChargeType type = raw[SupplyProperty.ChargeType] is { IsKnown: true } active ? (ChargeType)active.Number : ChargeType.Unknown;
        var available = (ChargeTypes)raw[SupplyProperty.AvailableChargeTypes].Number;
        bool isOff = (available & ChargeTypes.Custom) != 0 && type is not (ChargeType.Custom or ChargeType.Unknown);
        RawValue start = raw[SupplyProperty.ChargeStartThreshold];
        RawValue end = raw[SupplyProperty.ChargeEndThreshold];
        bool hasEnd = !isOff && end is { IsKnown: true, Number: > 0 and <= 100 };
        bool hasStart = !isOff && start is { IsKnown: true, Number: > 0 and < 100 } && (hasEnd ? start.Number <= end.Number : !end.IsKnown);
        bool hasNumber = hasEnd && end.Number < 100;
        return new(
            hasStart ? start.Number : double.NaN,
            hasNumber ? end.Number : double.NaN,
            type == ChargeType.LongLife && !hasNumber,
            type == ChargeType.Adaptive);
    }

    /// <summary>The charge limit, %.</summary>
    /// <param name="threshold">The end threshold as reported.</param>
    public Measurement Limit(RawValue threshold) =>
        !double.IsNaN(End) ? Measurement.Known(End)
        : HasLimitWithoutNumber ? Measurement.Unknown(ValueQuality.LimitWithoutNumber)
        : Measurement.Unknown(threshold.IsKnown ? ValueQuality.NoLimit : threshold.Quality);

    /// <summary>
    /// Whether a limit is the reason that a battery does not charge: it is at the limit, or above, because the limit was lowered; or
    /// it rests until it falls below the start threshold. A limit far above the percentage explains nothing.
    /// </summary>
    public bool Explains(double percentage) =>
        percentage >= End - Tolerance
        || percentage >= Start
        || ((HasLimitWithoutNumber || IsAdaptive) && percentage >= LowestFixedLimit - Tolerance);
}
