using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Explanation;

/// <summary>
/// Applies the rules to a reading in which some inputs are changed. What a value depends on is found in this way, so that the rules
/// carry nothing with them and an explanation cannot differ from them.
/// </summary>
internal sealed class RuleProbe
{
    private readonly RawReading _original;
    private readonly RawReading _changed = new() { Name = string.Empty };
    private readonly BatterySnapshot _result = new();
    private readonly BatteryKind _kind;
    private readonly ExternalPower _power;
    private readonly bool _isOtherActive;

    // Of the evaluation in progress.
    private ExternalPower _changedPower;
    private bool _isOtherChanged;

    /// <summary>Creates a probe.</summary>
    /// <param name="original">The reading.</param>
    /// <param name="kind">The kind of the supply.</param>
    /// <param name="power">Whether external power is connected.</param>
    /// <param name="isOtherActive">Whether another battery charges or discharges.</param>
    public RuleProbe(RawReading original, BatteryKind kind, ExternalPower power, bool isOtherActive)
    {
        _original = original;
        _kind = kind;
        _power = power;
        _isOtherActive = isOtherActive;
        Reset();
        Apply(Unchanged);
    }

    /// <summary>The values of the unchanged reading.</summary>
    public BatterySnapshot Unchanged { get; } = new();

    /// <summary>Whether external power is connected.</summary>
    public ExternalPower Power => _power;

    /// <summary>Whether another battery charges or discharges.</summary>
    public bool IsOtherActive => _isOtherActive;

    /// <summary>The number of an input in the unchanged reading; null where it is unknown, or a string.</summary>
    public long? Number(RuleInput input) => input switch
    {
        RuleInput.ExternalPower => (int)_power,
        RuleInput.OtherBatteries => _isOtherActive ? 1 : 0,
        RuleInput.ExternalConnectedFlag => Bit(_original.Flags?.ExternalConnected),
        RuleInput.ChargingFlag => Bit(_original.Flags?.Charging),
        RuleInput.DischargingFlag => Bit(_original.Flags?.Discharging),
        RuleInput.CriticalFlag => Bit(_original.Flags?.Critical),
        RuleInput.FullyChargedFlag => Bit(_original.Flags?.FullyCharged),
        _ => input.IsText() || _original[(SupplyProperty)input] is not { IsKnown: true } value ? null : value.Number,
    };

    /// <summary>Whether an input exists: a system has flags or none.</summary>
    public bool Has(RuleInput input) => input switch
    {
        RuleInput.ExternalConnectedFlag or RuleInput.ChargingFlag or RuleInput.FullyChargedFlag => _original.Flags is not null,
        RuleInput.DischargingFlag or RuleInput.CriticalFlag => _original.Flags?.Discharging is not null,
        _ => true,
    };

    /// <summary>Whether an input has a value in the unchanged reading.</summary>
    public bool IsKnown(RuleInput input) => input switch
    {
        RuleInput.Name => true,
        _ when input.IsProperty() => _original.QualityOf((SupplyProperty)input) == ValueQuality.Known,
        _ => Number(input) is not null,
    };

    /// <summary>The values with one input changed. They are valid until the next call.</summary>
    /// <param name="input">The input.</param>
    /// <param name="number">Its number; null removes it.</param>
    public BatterySnapshot With(RuleInput input, long? number) => With([(input, number)]);

    /// <summary>The values with some inputs changed. They are valid until the next call.</summary>
    public BatterySnapshot With(params ReadOnlySpan<(RuleInput Input, long? Number)> changes)
    {
        Reset();
        foreach ((RuleInput input, long? number) in changes)
        {
            Change(input, number);
        }

        Apply(_result);
        return _result;
    }

    private static long? Bit(bool? flag) => flag is null ? null : flag.Value ? 1 : 0;

    private void Reset()
    {
        _changed.Name = _original.Name;
        _changed.CopyFrom(_original);
        _changedPower = _power;
        _isOtherChanged = _isOtherActive;
    }

    private void Apply(BatterySnapshot snapshot)
    {
        FlowReading flow = BatteryRules.Apply(_changed, SupplyRules.Kind(_changed, _kind) ?? _kind, snapshot);
        BatteryRules.ApplyFlow(flow, _changedPower, _isOtherChanged, snapshot);
    }

    private void Change(RuleInput input, long? number)
    {
        bool? flag = number is { } bit ? bit != 0 : null;
        PowerFlags flags = _changed.Flags ?? default;
        switch (input)
        {
            case RuleInput.Name:
                _changed.Name = string.Empty;
                break;
            case RuleInput.ExternalPower:
                _changedPower = (ExternalPower)(number ?? 0);
                break;
            case RuleInput.OtherBatteries:
                _isOtherChanged = flag == true;
                break;
            case RuleInput.ExternalConnectedFlag:
                _changed.Flags = flags with { ExternalConnected = flag };
                break;
            case RuleInput.ChargingFlag:
                _changed.Flags = flags with { Charging = flag };
                break;
            case RuleInput.DischargingFlag:
                _changed.Flags = flags with { Discharging = flag };
                break;
            case RuleInput.CriticalFlag:
                _changed.Flags = flags with { Critical = flag };
                break;
            case RuleInput.FullyChargedFlag:
                _changed.Flags = flags with { FullyCharged = flag };
                break;
            case var _ when input.IsText():
                _changed.SetUnknown((SupplyProperty)input, ValueQuality.Missing);
                break;
            default:
                RawValue value = number is { } known ? RawValue.Known(known) : RawValue.Unknown(ValueQuality.Missing);
                _changed[(SupplyProperty)input] = value;
                if (input == RuleInputs.Of(SupplyProperty.PowerNow) && _changed.Flags is not null)
                {
                    _changed.Flags = flags with { Rate = value };
                }

                break;
        }
    }
}
