using Battery.Core.Model;

namespace Battery.Core.Explanation;

/// <summary>How every value responds to a change of every input.</summary>
internal sealed class ResponseTable
{
    // An input that takes the place of another one gives nearly the same; one that only refutes another one gives something else.
    private const double NearFactor = 2;

    private readonly RuleProbe _probe;
    private readonly Response[,] _responses = new Response[RuleInputs.Count, BatteryFields.Count];

    /// <summary>Changes every input.</summary>
    public ResponseTable(RuleProbe probe)
    {
        _probe = probe;
        for (RuleInput input = 0; (int)input < RuleInputs.Count; input++)
        {
            if (probe.Has(input))
            {
                Change(input);
            }
        }
    }

    /// <summary>The response of a value to an input.</summary>
    public Response this[RuleInput input, BatteryField field]
    {
        get => _responses[(int)input, (int)field];
        private set => _responses[(int)input, (int)field] |= value;
    }

    private void Change(RuleInput input)
    {
        var near = new (long Number, double Value)?[BatteryFields.Count];
        foreach (long? number in InputChanges.All(input))
        {
            BatterySnapshot changed = _probe.With(input, number);
            for (BatteryField field = 0; (int)field < BatteryFields.Count; field++)
            {
                Compare(input, field, changed);
                near[(int)field] ??= number is { } candidate && IsNear(changed.Number(field), _probe.Unchanged.Number(field))
                    ? (candidate, changed.Number(field))
                    : null;
            }
        }

        if (!input.IsNumber())
        {
            return;
        }

        if (_probe.Number(input) is { } now)
        {
            ChangeLittle(input, now + InputChanges.Step(now));
            ChangeLittle(input, now - InputChanges.Step(now));
        }

        for (BatteryField field = 0; (int)field < BatteryFields.Count; field++)
        {
            if (near[(int)field] is { } found
                && !_probe.With(input, found.Number + InputChanges.Step(found.Number)).Number(field).Equals(found.Value))
            {
                this[input, field] = Response.Replaces;
            }
        }
    }

    private void ChangeLittle(RuleInput input, long number)
    {
        BatterySnapshot changed = _probe.With(input, number);
        for (BatteryField field = 0; (int)field < BatteryFields.Count; field++)
        {
            if (changed.QualityOf(field) == ValueQuality.Known && Differs(changed, field) && !IsJump(input, field, changed))
            {
                this[input, field] = Response.Follows;
            }
        }
    }

    // A 0 that is refused becomes a number that is used: the time to empty of a gauge becomes 1 s.
    private bool IsJump(RuleInput input, BatteryField field, BatterySnapshot changed) =>
        _probe.Number(input) == 0 && _probe.Unchanged.Number(field) != 0 && !IsNear(changed.Number(field), _probe.Unchanged.Number(field));

    private void Compare(RuleInput input, BatteryField field, BatterySnapshot changed)
    {
        if (Differs(changed, field))
        {
            this[input, field] = changed.QualityOf(field) == ValueQuality.Known ? Response.Changes | Response.BecomesKnown : Response.Changes;
        }
    }

    private bool Differs(BatterySnapshot changed, BatteryField field) =>
        changed.QualityOf(field) != _probe.Unchanged.QualityOf(field)
        || !changed.Number(field).Equals(_probe.Unchanged.Number(field))
        || changed.Text(field) != _probe.Unchanged.Text(field);

    private static bool IsNear(double changed, double unchanged)
    {
        double size = Math.Abs(changed);
        double other = Math.Abs(unchanged);
        return !size.Equals(other) && size <= NearFactor * other && size >= other / NearFactor;
    }
}

/// <summary>How a value responds to a change of an input.</summary>
[Flags]
internal enum Response
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>It changes with some change of the input, or becomes known or unknown.</summary>
    Changes = 1,

    /// <summary>It is known after some change of the input, and another one.</summary>
    BecomesKnown = 2,

    /// <summary>It follows a small change of a number.</summary>
    Follows = 4,

    /// <summary>It would follow the input, and nearly be what it is, if the input had another number.</summary>
    Replaces = 8,
}
