using System.Globalization;
using System.Text.RegularExpressions;

namespace Battery.Core.Tests.Explanation;

/// <summary>Computes a rule as a reader would, from its operands as the system writes them: <c>energy_now 5 µWh ÷ power_now 2 µW</c>.</summary>
internal sealed partial class RuleArithmetic
{
    private static readonly Dictionary<string, double> s_units = new()
    {
        ["Wh"] = 3600, ["µWh"] = 3600e-6, ["mWh"] = 3600e-3, ["Ah"] = 3600, ["µAh"] = 3600e-6, ["mAh"] = 3600e-3,
        ["W"] = 1, ["µW"] = 1e-6, ["mW"] = 1e-3, ["V"] = 1, ["µV"] = 1e-6, ["mV"] = 1e-3, ["A"] = 1, ["µA"] = 1e-6, ["mA"] = 1e-3,
        ["s"] = 1, ["min"] = 60, ["%"] = 0.01, ["mΩ"] = 1e-3, ["µΩ"] = 1e-6, ["0.1 °C"] = 0.1, ["0.01 °C"] = 0.01, ["°C"] = 1, [""] = 1,
    };

    private readonly string _rule;
    private int _position;

    private RuleArithmetic(string rule) => _rule = rule;

    /// <summary>The result in units of the SI; null where the rule is no arithmetic.</summary>
    public static double? Compute(string rule)
    {
        var arithmetic = new RuleArithmetic(rule);
        double? result = arithmetic.Sum();
        string rest = arithmetic._rule[arithmetic._position..];
        bool isWhole = rest.Length == 0 || rest.StartsWith(" while ", StringComparison.Ordinal) || rest.StartsWith(" (", StringComparison.Ordinal);
        return isWhole ? result : null;
    }

    /// <summary>How many units of the SI a unit is.</summary>
    public static double Unit(string unit) => s_units[unit];

    private double? Sum()
    {
        double? sum = Product();
        while (Takes(" − ", out bool isMinus) || Takes(" + ", out _))
        {
            double? term = Product();
            sum += isMinus ? -term : term;
        }

        return sum;
    }

    private double? Product()
    {
        double? product = Factor();
        while (Takes(" ÷ ", out bool isDivided) || Takes(" × ", out _))
        {
            double? factor = Factor();
            product = isDivided ? product / factor : product * factor;
        }

        return product;
    }

    private double? Factor()
    {
        if (Takes("−", out _))
        {
            return -Factor();
        }

        if (Takes("(", out _))
        {
            double? sum = Sum();
            return Takes(")", out _) ? sum : null;
        }

        bool isMagnitude = Takes("|", out _);
        Match match = Operand().Match(_rule, _position);
        if (!match.Success)
        {
            return null;
        }

        _position += match.Length;
        double number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        string unit = match.Groups["unit"].Value;
        double value = unit == "0.1 K" ? (number / 10) - 273.15 : number * s_units[unit];
        return !isMagnitude ? value : Takes("|", out _) ? Math.Abs(value) : null;
    }

    private bool Takes(string text, out bool isTaken)
    {
        isTaken = string.CompareOrdinal(_rule, _position, text, 0, text.Length) == 0;
        _position += isTaken ? text.Length : 0;
        return isTaken;
    }

    [GeneratedRegex(@"\G[A-Za-z_.][A-Za-z_. ]*? (?<number>-?\d+)(?: (?<unit>0\.1 °C|0\.01 °C|0\.1 K|µWh|mWh|µAh|mAh|µW|mW|µV|mV|µA|mA|µΩ|min|s|%))?(?![\w.])")]
    private static partial Regex Operand();
}
