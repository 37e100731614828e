using Battery.Core.Model;

namespace Battery.Core.Explanation;

/// <summary>Explains the values of one reading of a battery.</summary>
/// <param name="evidence">What the reading was decoded from.</param>
/// <param name="probe">The rules on the reading.</param>
/// <param name="name">The name of the supply.</param>
internal sealed class ValueExplainer(ISupplyEvidence evidence, RuleProbe probe, string name)
{
    private ResponseTable? _responses;

    /// <summary>Explains a value.</summary>
    public ValueExplanation Explain(BatteryField field)
    {
        Dependencies dependencies = Dependencies.Of(probe, _responses ??= new(probe), field);
        ValueQuality quality = probe.Unchanged.QualityOf(field);
        return quality == ValueQuality.Known ? Known(field, dependencies) : Unknown(field, quality, dependencies);
    }

    private ValueExplanation Known(BatteryField field, Dependencies dependencies)
    {
        Formula? formula = field.IsNumber() && dependencies.Operands.Count > 0 ? FormulaFinder.Find(probe, field, dependencies.Operands) : null;
        List<RawSource> operands = Reported(dependencies.Operands);
        List<RawSource> conditions = Reported(dependencies.Conditions);
        conditions.RemoveAll(operands.Contains);
        string rule = formula is not null ? formula.Write(Describe) : Listed(field, operands);
        rule += conditions.Count > 0 ? $" while {Reasons.Join(conditions)}" : string.Empty;
        List<RawSource> others = Described(dependencies.Unused);
        others.RemoveAll(other => operands.Exists(operand => operand.Name == other.Name));
        string unused = Reasons.Write(others, "implausible");
        rule += unused.Length > 0 ? $" ({unused})" : string.Empty;
        operands.AddRange(conditions);
        bool isReported = operands.Count == 1 && field != BatteryField.PowerFlow && formula is null or { IsOperand: true };
        return new(field, ValueQuality.Known, !isReported, rule, operands);
    }

    private ValueExplanation Unknown(BatteryField field, ValueQuality quality, Dependencies dependencies)
    {
        List<RawSource> blocking = Reported(dependencies.Conditions);
        List<RawSource> lacking = Described(dependencies.Unused);
        string missing = Reasons.Write(lacking, "not valid");
        string rule = blocking.Count > 0 ? $"{quality.Text()}: {Reasons.Join(blocking)}"
            : quality == ValueQuality.NotInThisState || missing.Length == 0 ? quality.Text()
            : missing;
        rule += missing.Length > 0 && rule != missing ? $" ({missing})" : string.Empty;
        blocking.AddRange(lacking);
        return new(field, quality, IsDerived: false, rule, blocking);
    }

    // The default of a value that is always known follows from nothing that is reported.
    private static string Listed(BatteryField field, List<RawSource> sources) =>
        sources.Count == 0 ? "the default"
        : field == BatteryField.TimeToLimit ? $"(limit × full − remaining) ÷ rate, from {Reasons.Join(sources)}"
        : Reasons.Join(sources);

    private string Describe(RuleInput input)
    {
        string text = string.Join(" ÷ ", Sources(input));
        return text.Length > 0 ? text : input.ToString();
    }

    private List<RawSource> Reported(List<RuleInput> inputs)
    {
        List<RawSource> sources = Described(inputs);
        sources.RemoveAll(static source => source.Text is null);
        return sources;
    }

    private List<RawSource> Described(List<RuleInput> inputs)
    {
        var sources = new List<RawSource>();
        foreach (RuleInput input in inputs)
        {
            foreach (RawSource source in Sources(input))
            {
                if (!sources.Contains(source))
                {
                    sources.Add(source);
                }
            }
        }

        return sources;
    }

    private IReadOnlyList<RawSource> Sources(RuleInput input) => input switch
    {
        RuleInput.Name => [RawSource.Of("name", name)],
        RuleInput.ExternalPower => [RawSource.Of("external power", probe.Power switch
        {
            ExternalPower.Online => "online",
            ExternalPower.Offline => "offline",
            _ => "not reported",
        })],
        RuleInput.OtherBatteries => [RawSource.Of("other batteries", probe.IsOtherActive ? "in use" : "not in use")],
        _ => evidence.Sources(input),
    };
}
