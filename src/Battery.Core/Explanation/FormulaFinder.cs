using Battery.Core.Model;

namespace Battery.Core.Explanation;

/// <summary>
/// Finds the formula of a number from how it responds to small changes of its operands: what it is proportional to is a factor, what it is
/// inversely proportional to is a divisor, and operands whose changes do not affect each other's are terms of one sum.
/// </summary>
internal sealed class FormulaFinder
{
    private const double Tolerance = 1e-6;

    private readonly RuleProbe _probe;
    private readonly BatteryField _field;
    private readonly double _value;

    // Of each operand: its number, a change that the value follows, and by how much it does.
    private readonly Dictionary<RuleInput, (double Number, long Change, double Effect)> _operands = [];

    private FormulaFinder(RuleProbe probe, BatteryField field)
    {
        _probe = probe;
        _field = field;
        _value = probe.Unchanged.Number(field);
    }

    /// <summary>The formula; null where it is none of products, quotients and sums.</summary>
    /// <param name="probe">The rules.</param>
    /// <param name="field">The value.</param>
    /// <param name="operands">What it is computed from.</param>
    public static Formula? Find(RuleProbe probe, BatteryField field, List<RuleInput> operands) => new FormulaFinder(probe, field).Find(operands);

    private Formula? Find(List<RuleInput> operands)
    {
        var sums = new List<List<Term>>();
        var divisors = new List<RuleInput>();
        foreach (RuleInput input in operands)
        {
            if (!TryMeasure(input))
            {
                return null;
            }

            if (IsDivisor(input))
            {
                divisors.Add(input);
            }
            else if (!IsLinear(input) || !TryAdd(sums, input))
            {
                return null;
            }
        }

        if (sums.Count == 0)
        {
            return null;
        }

        double result = 1;
        foreach (List<Term> sum in sums)
        {
            result *= Order(sum);
        }

        foreach (RuleInput divisor in divisors)
        {
            result /= _operands[divisor].Number;
        }

        // A value that is positive of a negative operand is a magnitude.
        bool isNegative = _value != 0 && result != 0 && double.IsNegative(_value) != double.IsNegative(result);
        List<RuleInput> negative = operands.FindAll(input => _operands[input].Number < 0);
        return isNegative && negative.Count == 1 && _value > 0
            ? new(sums, divisors, IsNegative: false, negative[0])
            : new(sums, divisors, isNegative, Magnitude: null);
    }

    // The value follows a change in one direction at least: a percentage ends at 100.
    private bool TryMeasure(RuleInput input)
    {
        long number = _probe.Number(input)!.Value;
        foreach (long change in (ReadOnlySpan<long>)[InputChanges.Step(number), -InputChanges.Step(number)])
        {
            double effect = Value((input, number + change)) - _value;
            if (!double.IsNaN(effect) && effect != 0)
            {
                _operands[input] = (number, change, effect);
                return true;
            }
        }

        return false;
    }

    private bool IsDivisor(RuleInput input)
    {
        (double number, long change, double effect) = _operands[input];
        return IsSame((_value + effect) * (number + change), _value * number, _value * change);
    }

    private bool IsLinear(RuleInput input)
    {
        (double number, long change, double effect) = _operands[input];
        return IsSame(Value((input, (long)number + (2 * change))) - _value, 2 * effect, effect);
    }

    // A term belongs to the one sum whose terms' effects do not depend on it.
    private bool TryAdd(List<List<Term>> sums, RuleInput input)
    {
        List<Term>? own = null;
        foreach (List<Term> sum in sums)
        {
            int independent = sum.FindAll(term => IsIndependent(term.Input, input)).Count;
            if (independent != 0 && (independent != sum.Count || own is not null))
            {
                return false;
            }

            own = independent != 0 ? sum : own;
        }

        if (own is null)
        {
            sums.Add([new(input, IsSubtracted: false)]);
            return true;
        }

        double slope = Slope(own[0].Input);
        if (!IsSame(Math.Abs(Slope(input)), Math.Abs(slope), slope))
        {
            return false;
        }

        own.Add(new(input, double.IsNegative(slope) != double.IsNegative(Slope(input))));
        return true;
    }

    private bool IsIndependent(RuleInput one, RuleInput other)
    {
        (double number, long change, double effect) = _operands[one];
        (double otherNumber, long otherChange, double otherEffect) = _operands[other];
        double both = Value((one, (long)number + change), (other, (long)otherNumber + otherChange)) - _value;
        return IsSame(both, effect + otherEffect, Math.Abs(effect) + Math.Abs(otherEffect));
    }

    private double Slope(RuleInput input) => _operands[input].Effect / _operands[input].Change;

    // Begins a sum with the term that makes it positive; returns the sum.
    private double Order(List<Term> sum)
    {
        double result = 0;
        foreach (Term term in sum)
        {
            result += term.IsSubtracted ? -_operands[term.Input].Number : _operands[term.Input].Number;
        }

        if (sum.Count > 1 && result < 0)
        {
            for (int i = 0; i < sum.Count; i++)
            {
                sum[i] = sum[i] with { IsSubtracted = !sum[i].IsSubtracted };
            }

            result = -result;
        }

        sum.Sort(static (left, right) => left.IsSubtracted.CompareTo(right.IsSubtracted));
        return result;
    }

    private double Value(params ReadOnlySpan<(RuleInput Input, long? Number)> changes) => _probe.With(changes).Number(_field);

    private static bool IsSame(double one, double other, double scale) => Math.Abs(one - other) <= Tolerance * Math.Abs(scale);
}
