using System.Text;

namespace Battery.Core.Explanation;

/// <summary>How a number is computed, up to the factor between units: a product of sums over a product.</summary>
/// <param name="Factors">The sums; most are of one term.</param>
/// <param name="Divisors">What is divided by.</param>
/// <param name="IsNegative">Whether the result is the negative of it.</param>
/// <param name="Magnitude">The negative operand of which the magnitude counts; null without one.</param>
internal sealed record Formula(List<List<Term>> Factors, List<RuleInput> Divisors, bool IsNegative, RuleInput? Magnitude)
{
    /// <summary>Whether the number is that of its only operand.</summary>
    public bool IsOperand => Factors is [{ Count: 1 }] && Divisors.Count == 0 && !IsNegative;

    /// <summary>Writes the formula.</summary>
    /// <param name="describe">Describes an operand.</param>
    public string Write(Func<RuleInput, string> describe)
    {
        var text = new StringBuilder(IsNegative ? "−" : string.Empty);
        string separator = string.Empty;
        bool isAlone = Factors.Count == 1 && Divisors.Count == 0;
        foreach (List<Term> sum in Factors)
        {
            text.Append(separator);
            separator = " × ";
            bool hasParentheses = sum.Count > 1 && (!isAlone || IsNegative);
            text.Append(hasParentheses ? "(" : string.Empty);
            for (int i = 0; i < sum.Count; i++)
            {
                text.Append(i == 0 ? string.Empty : sum[i].IsSubtracted ? " − " : " + ").Append(Operand(sum[i].Input));
            }

            text.Append(hasParentheses ? ")" : string.Empty);
        }

        foreach (RuleInput divisor in Divisors)
        {
            text.Append(" ÷ ").Append(Operand(divisor));
        }

        return text.ToString();

        string Operand(RuleInput input) => input == Magnitude ? $"|{describe(input)}|" : describe(input);
    }
}

/// <summary>A term of a sum.</summary>
/// <param name="Input">The input.</param>
/// <param name="IsSubtracted">Whether it is subtracted.</param>
internal readonly record struct Term(RuleInput Input, bool IsSubtracted);
