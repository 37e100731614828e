using Battery.Core.Explanation;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.MacOS;

/// <summary>The properties of one battery service, or of one UPS.</summary>
/// <param name="service">The properties.</param>
/// <param name="decoding">How they are decoded.</param>
/// <remarks>
/// Keys move between versions of macOS and stand in for each other. Which key an input was decoded from is found by decoding the
/// properties with one key changed.
/// </remarks>
internal sealed class MacOSEvidence(PropertyDictionary service, PropertyDecoding decoding) : ISupplyEvidence
{
    // A key that an input is copied from changes it a little when it changes by 1; one that only selects a key changes it much.
    private const double SmallChange = 0.05;
    private const long LargestStep = 2000;

    private readonly RawReading _changed = new() { Name = string.Empty };
    private RawReading? _reading;
    private List<(PropertyPath Path, RuleInput Input, Effect Effect)>? _uses;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        decoding.Decode(service, reading);
        _reading = reading;
        return true;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RawSource> Sources(RuleInput input)
    {
        // Every one is of the system.
        if (input == RuleInputs.Of(SupplyProperty.Type) || input == RuleInputs.Of(SupplyProperty.Scope))
        {
            return [decoding.Kind];
        }

        _uses ??= FindUses();
        List<(PropertyPath Path, RuleInput Input, Effect Effect)> uses = _uses.FindAll(use => use.Input == input);
        if (uses.Exists(static use => use.Effect != Effect.Large))
        {
            uses.RemoveAll(static use => use.Effect == Effect.Large);
        }

        // Of a ratio, the number that is divided is the first.
        uses.Sort(static (left, right) => left.Effect.CompareTo(right.Effect));

        ValueQuality quality = input.IsProperty() ? _reading!.QualityOf((SupplyProperty)input) : ValueQuality.Known;
        return uses.Count > 0
            ? uses.ConvertAll(use => RawSource.Of(
                use.Path.Name, use.Path.Text(service), uses.Count == 1 ? SmartBatteryKeys.Unit(input, use.Path.Name) : null) with { Quality = quality })
            : decoding.KeyOf(input) is { } key ? [new(key, null, null, quality)] : [];
    }

    private List<(PropertyPath Path, RuleInput Input, Effect Effect)> FindUses()
    {
        var uses = new List<(PropertyPath, RuleInput, Effect)>();
        foreach (PropertyPath path in PropertyPath.Scalars(service))
        {
            var found = new Dictionary<RuleInput, Effect>();
            foreach (PropertyValue? change in path.Changes(service))
            {
                bool isMore = (change as PropertyScalar<long>)?.Value > path.Number(service);
                decoding.Decode(path.Replace(service, change), _changed);
                for (RuleInput input = 0; (int)input < RuleInputs.Count; input++)
                {
                    Effect effect = Compare(input, isMore);
                    if (effect < found.GetValueOrDefault(input, Effect.None))
                    {
                        found[input] = effect;
                    }
                }
            }

            foreach ((RuleInput input, Effect effect) in found)
            {
                uses.Add((path, input, effect));
            }
        }

        return uses;
    }

    private Effect Compare(RuleInput input, bool isMore) => input switch
    {
        RuleInput.ExternalConnectedFlag => Large(_changed.Flags?.ExternalConnected != _reading!.Flags?.ExternalConnected),
        RuleInput.ChargingFlag => Large(_changed.Flags?.Charging != _reading!.Flags?.Charging),
        RuleInput.FullyChargedFlag => Large(_changed.Flags?.FullyCharged != _reading!.Flags?.FullyCharged),
        _ when !input.IsProperty() => Effect.None,
        _ when input.IsText() => Large(_changed.Text((SupplyProperty)input).Text != _reading!.Text((SupplyProperty)input).Text),
        _ => Compare(_reading![(SupplyProperty)input], _changed[(SupplyProperty)input], isMore),
    };

    private static Effect Compare(RawValue now, RawValue changed, bool isMore)
    {
        double difference = (double)changed.Number - now.Number;
        bool isSmall = now.IsKnown && changed.IsKnown && difference != 0
            && Math.Abs(difference) <= Math.Max(LargestStep, SmallChange * Math.Abs((double)now.Number));
        return !isSmall ? Large(now != changed) : isMore == difference > 0 ? Effect.Follows : Effect.Opposes;
    }

    private static Effect Large(bool isDifferent) => isDifferent ? Effect.Large : Effect.None;

    /// <summary>What the change of a key by 1 does to an input.</summary>
    private enum Effect
    {
        /// <summary>It changes as much as a number that is copied, or the dividend of a ratio.</summary>
        Follows,

        /// <summary>It changes in the other direction: the divisor of a ratio.</summary>
        Opposes,

        /// <summary>It becomes another number, or unknown.</summary>
        Large,

        /// <summary>Nothing.</summary>
        None,
    }
}
