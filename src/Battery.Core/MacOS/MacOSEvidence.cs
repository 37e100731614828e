using Battery.Core.Explanation;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.MacOS;

/// <summary>The properties of one battery service.</summary>
/// <param name="service">The properties.</param>
/// <remarks>
/// Keys move between versions of macOS and stand in for each other. Which key an input was decoded from is found by decoding the
/// properties with one key changed.
/// </remarks>
internal sealed class MacOSEvidence(PropertyDictionary service) : ISupplyEvidence
{
    // A key that an input is copied from changes it a little when it changes by 1; one that only selects a key changes it much.
    private const double SmallChange = 0.05;
    private const long LargestStep = 2000;

    private readonly RawReading _changed = new() { Name = string.Empty };
    private RawReading? _reading;
    private List<(PropertyPath Path, RuleInput Input, bool IsSmall)>? _uses;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        SmartBatteryDecoder.Decode(service, reading);
        _reading = reading;
        return true;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RawSource> Sources(RuleInput input)
    {
        // Every service is a battery of the system.
        if (input == RuleInputs.Of(SupplyProperty.Type) || input == RuleInputs.Of(SupplyProperty.Scope))
        {
            return [RawSource.Of("service", SmartBatteryKeys.ServiceName)];
        }

        _uses ??= FindUses();
        List<(PropertyPath Path, RuleInput Input, bool IsSmall)> uses = _uses.FindAll(use => use.Input == input);
        if (uses.Exists(static use => use.IsSmall))
        {
            uses.RemoveAll(static use => !use.IsSmall);
        }

        ValueQuality quality = input.IsProperty() ? _reading!.QualityOf((SupplyProperty)input) : ValueQuality.Known;
        return uses.Count > 0
            ? uses.ConvertAll(use => RawSource.Of(use.Path.Name, use.Path.Text(service), SmartBatteryKeys.Unit(input, use.Path.Name)) with { Quality = quality })
            : SmartBatteryKeys.Of(input) is { } key ? [new(key, null, null, quality)] : [];
    }

    private List<(PropertyPath Path, RuleInput Input, bool IsSmall)> FindUses()
    {
        var uses = new List<(PropertyPath, RuleInput, bool)>();
        foreach (PropertyPath path in PropertyPath.Scalars(service))
        {
            var found = new Dictionary<RuleInput, bool>();
            foreach (PropertyValue? change in path.Changes(service))
            {
                SmartBatteryDecoder.Decode(path.Replace(service, change), _changed);
                for (RuleInput input = 0; (int)input < RuleInputs.Count; input++)
                {
                    if (Differs(input, out bool isSmall))
                    {
                        found[input] = isSmall || (found.TryGetValue(input, out bool wasSmall) && wasSmall);
                    }
                }
            }

            foreach ((RuleInput input, bool isSmall) in found)
            {
                uses.Add((path, input, isSmall));
            }
        }

        return uses;
    }

    private bool Differs(RuleInput input, out bool isSmall)
    {
        isSmall = false;
        switch (input)
        {
            case RuleInput.ExternalConnectedFlag:
                return _changed.Flags?.ExternalConnected != _reading!.Flags?.ExternalConnected;
            case RuleInput.ChargingFlag:
                return _changed.Flags?.Charging != _reading!.Flags?.Charging;
            case RuleInput.FullyChargedFlag:
                return _changed.Flags?.FullyCharged != _reading!.Flags?.FullyCharged;
            case var _ when !input.IsProperty():
                return false;
            case var _ when input.IsText():
                return _changed.Text((SupplyProperty)input).Text != _reading!.Text((SupplyProperty)input).Text;
            default:
                RawValue now = _reading![(SupplyProperty)input];
                RawValue changed = _changed[(SupplyProperty)input];
                double difference = Math.Abs((double)changed.Number - now.Number);
                isSmall = now.IsKnown && changed.IsKnown && difference > 0
                    && (difference <= LargestStep || difference <= SmallChange * Math.Abs((double)now.Number));
                return now != changed;
        }
    }
}
