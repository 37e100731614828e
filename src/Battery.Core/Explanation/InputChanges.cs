using Battery.Core.Raw;

namespace Battery.Core.Explanation;

/// <summary>The numbers that are tried for an input.</summary>
internal static class InputChanges
{
    private const int LargestCode = 31;
    private const double SeriesStep = 1.3;
    private const double SeriesEnd = 1e10;

    // The part of a number by which it is changed a little: of two numbers that are close, the difference keeps its sign.
    private const long LittleParts = 100_000;

    private static readonly long?[] s_removed = [null];
    private static readonly long?[] s_bits = [0, 1];
    private static readonly long?[] s_powers = [0, 1, 2];
    private static readonly long?[] s_codes = Codes();
    private static readonly long?[] s_series = Series(isSigned: false);
    private static readonly long?[] s_signedSeries = Series(isSigned: true);

    /// <summary>Numbers of all sizes, or all codes of a word; null removes the input.</summary>
    public static ReadOnlySpan<long?> All(RuleInput input) => input switch
    {
        RuleInput.ExternalPower => s_powers,
        RuleInput.OtherBatteries => s_bits,
        _ when input.IsText() => s_removed,
        _ when !input.IsProperty() => s_bits,
        _ when !input.IsNumber() => s_codes,
        _ => (SupplyProperty)input is SupplyProperty.PowerNow or SupplyProperty.CurrentNow or SupplyProperty.PowerAvg or SupplyProperty.CurrentAvg
            ? s_signedSeries
            : s_series,
    };

    /// <summary>The step of a small change of a number.</summary>
    public static long Step(long number) => Math.Max(1, Math.Abs(number / LittleParts));

    private static long?[] Codes()
    {
        var codes = new long?[LargestCode + 2];
        for (int code = 0; code <= LargestCode; code++)
        {
            codes[code + 1] = code;
        }

        return codes;
    }

    private static long?[] Series(bool isSigned)
    {
        var numbers = new List<long?> { null, 0 };
        for (double number = 1; number < SeriesEnd; number = Math.Ceiling(number * SeriesStep))
        {
            numbers.Add((long)number);
            if (isSigned)
            {
                numbers.Add(-(long)number);
            }
        }

        return [.. numbers];
    }
}
