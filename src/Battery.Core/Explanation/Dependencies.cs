using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Explanation;

/// <summary>What one value depends on, found by changing each input of the rules.</summary>
/// <param name="Operands">Inputs that the value is computed from, or that it is.</param>
/// <param name="Conditions">Inputs that decide how it is computed, or whether it is known.</param>
/// <param name="Unused">Inputs that would be used instead if they were reported, or plausible.</param>
internal sealed record Dependencies(List<RuleInput> Operands, List<RuleInput> Conditions, List<RuleInput> Unused)
{
    // The typical numbers of properties that are not reported: a battery of 50 Wh in use.
    private const long TypicalCapacity = 50_000_000;

    /// <summary>Finds the dependencies of a value.</summary>
    public static Dependencies Of(RuleProbe probe, ResponseTable responses, BatteryField field)
    {
        switch (probe.Unchanged.QualityOf(field))
        {
            case ValueQuality.Known:
                return OfKnown(probe, responses, field);

            // Several flags may make a state.
            case ValueQuality.NotInThisState:
                return OfState(probe, responses, field);
            default:
                return OfUnknown(probe, responses, field);
        }
    }

    private static Dependencies OfKnown(RuleProbe probe, ResponseTable responses, BatteryField field)
    {
        var found = new Dependencies([], [], []);
        bool isNumber = field.IsNumber();
        for (RuleInput input = 0; (int)input < RuleInputs.Count; input++)
        {
            Response response = responses[input, field];
            if (isNumber && input.IsNumber())
            {
                (response.HasFlag(Response.Follows) ? found.Operands : response.HasFlag(Response.Replaces) ? found.Unused : []).Add(input);
            }
            else if (response != Response.None)
            {
                (!probe.IsKnown(input) ? Lacking(found, field) : isNumber ? found.Conditions : found.Operands).Add(input);
            }
        }

        return found;
    }

    // In the state to which the time belongs, it is the power flow that does not let it apply.
    private static Dependencies OfState(RuleProbe probe, ResponseTable responses, BatteryField time)
    {
        bool isInState = (time, probe.Unchanged.State) is (BatteryField.TimeToLimit, _)
            or (BatteryField.TimeToEmpty, BatteryState.Discharging)
            or (BatteryField.TimeToFull, BatteryState.Charging);
        BatteryField state = isInState ? BatteryField.PowerFlow : BatteryField.State;
        return probe.Unchanged.QualityOf(state) == ValueQuality.Known
            ? new([], OfKnown(probe, responses, state).Operands, [])
            : OfUnknown(probe, responses, state);
    }

    // The power flow depends on much that most machines do not report.
    private static List<RuleInput> Lacking(Dependencies found, BatteryField field) =>
        field is BatteryField.Kind or BatteryField.Scope ? found.Unused : [];

    // Inputs that are known and keep the value from being known; where none does so, those that are unknown and would make it known.
    private static Dependencies OfUnknown(RuleProbe probe, ResponseTable responses, BatteryField field)
    {
        var blocking = new List<RuleInput>();
        var lacking = new List<RuleInput>();
        var related = new List<RuleInput>();
        for (RuleInput input = 0; (int)input < RuleInputs.Count; input++)
        {
            // No number makes a string known.
            bool isText = field.TextProperty() is { } property && input == RuleInputs.Of(property);
            Response response = responses[input, field];
            if (isText || response.HasFlag(Response.BecomesKnown))
            {
                (probe.IsKnown(input) ? blocking : lacking).Add(input);
            }
            else if (response.HasFlag(Response.Changes))
            {
                related.Add(input);
            }
        }

        return Choose(probe, field, blocking, lacking, related);
    }

    // What is reported explains a value that is refused or does not apply, what is not reported a value that is missing.
    private static Dependencies Choose(
        RuleProbe probe, BatteryField field, List<RuleInput> blocking, List<RuleInput> lacking, List<RuleInput> related)
    {
        ValueQuality quality = probe.Unchanged.QualityOf(field);
        if (quality.Status() is ValueStatus.NotApplicable or ValueStatus.Implausible)
        {
            List<RuleInput> reported = blocking.Count > 0 ? blocking : related.FindAll(probe.IsKnown);
            bool isMissing = quality.Status() == ValueStatus.Implausible && reported.Count == 0;
            return new([], reported, !isMissing ? [] : lacking.Count > 0 ? lacking : LackingParts(probe, field, related));
        }

        List<RuleInput> refused = lacking.Count == 0 || quality is ValueQuality.ReportedUnknown or ValueQuality.LimitWithoutNumber ? blocking : [];
        return new([], refused, lacking.Count > 0 || refused.Count > 0 ? lacking : LackingParts(probe, field, related));
    }

    // Of a value with several parts, all may be missing.
    private static List<RuleInput> LackingParts(RuleProbe probe, BatteryField field, List<RuleInput> related)
    {
        if (related.FindAll(input => !probe.IsKnown(input)) is { Count: > 0 } unknown)
        {
            return unknown;
        }

        if (field == BatteryField.ManufactureDate)
        {
            return
            [
                RuleInputs.Of(SupplyProperty.ManufactureYear),
                RuleInputs.Of(SupplyProperty.ManufactureMonth),
                RuleInputs.Of(SupplyProperty.ManufactureDay),
            ];
        }

        for (RuleInput first = 0; first < RuleInput.Name; first++)
        {
            for (RuleInput second = first + 1; second < RuleInput.Name && Lacks(probe, first); second++)
            {
                if (Lacks(probe, second) && probe.With((first, Typical(first)), (second, Typical(second))).QualityOf(field) == ValueQuality.Known)
                {
                    return [first, second];
                }
            }
        }

        return [];
    }

    private static bool Lacks(RuleProbe probe, RuleInput input) => input.IsNumber() && !probe.IsKnown(input);

    private static long Typical(RuleInput input) => (SupplyProperty)input switch
    {
        SupplyProperty.EnergyFull or SupplyProperty.EnergyFullDesign or SupplyProperty.ChargeFull or SupplyProperty.ChargeFullDesign => TypicalCapacity,
        SupplyProperty.EnergyNow or SupplyProperty.ChargeNow => TypicalCapacity / 2,
        _ => TypicalCapacity / 4,
    };
}
