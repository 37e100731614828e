using System.Text;
using Battery.Core.Explanation;
using Battery.Core.Linux.Decoding;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;

namespace Battery.Core.Linux;

/// <summary>The files of one supply.</summary>
/// <param name="device">The files.</param>
internal sealed class LinuxEvidence(RecordedDevice device) : ISupplyEvidence
{
    private const string ChargeTypes = "charge_types";

    private readonly RawReading _reading = new() { Name = string.Empty };

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        using var reader = new LinuxSupplyReader(new RecordedDirectory(device), static () => 0);
        bool isThere = reader.TryRead(reading);
        _reading.CopyFrom(reading);
        return isThere;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RawSource> Sources(RuleInput input)
    {
        if (!input.IsProperty())
        {
            return [];
        }

        var property = (SupplyProperty)input;
        List<string> names = PropertyNames.Of(property);
        if (property == SupplyProperty.ChargeType)
        {
            names.Insert(0, ChargeTypes);
        }

        ValueQuality quality = _reading.QualityOf(property);
        foreach (string name in names)
        {
            foreach (byte[] text in (byte[][])[Uevent(name), device[name]?.Bytes.ToArray() ?? []])
            {
                if (text.Length > 0 && Decodes(name, text, property))
                {
                    return [RawSource.Of(name, Decoded(text), quality == ValueQuality.Known ? Unit(property) : null) with { Quality = quality }];
                }
            }
        }

        string preferred = names.Find(name => device[name] is not null) ?? names.FirstOrDefault() ?? string.Empty;
        return preferred.Length == 0 ? [] : [new(preferred, null, null, quality)];
    }

    // A source that can hold several words holds the property's one if decoding it gives the same.
    private bool Decodes(string name, byte[] text, SupplyProperty property)
    {
        var decoded = new RawReading { Name = string.Empty };
        PropertyParser.Parse(name == ChargeTypes ? SupplyProperty.AvailableChargeTypes : property, text, decoded);
        return RawReading.IsText(property)
            ? decoded.Text(property).Text == _reading.Text(property).Text && decoded.QualityOf(property) == _reading.QualityOf(property)
            : decoded[property] == _reading[property];
    }

    private byte[] Uevent(string name)
    {
        byte[] key = Encoding.ASCII.GetBytes($"POWER_SUPPLY_{name.ToUpperInvariant()}=");
        var lines = new TextLines(device["uevent"] is { } uevent ? uevent.Bytes : []);
        while (lines.MoveNext())
        {
            if (lines.Current.StartsWith(key))
            {
                return lines.Current[key.Length..].ToArray();
            }
        }

        return [];
    }

    private static string Decoded(byte[] text) => Encoding.UTF8.GetString(text).Trim('\n', ' ', '\0');

    private static string? Unit(SupplyProperty property) => property switch
    {
        SupplyProperty.EnergyNow or SupplyProperty.EnergyFull or SupplyProperty.EnergyFullDesign => "µWh",
        SupplyProperty.ChargeNow or SupplyProperty.ChargeFull or SupplyProperty.ChargeFullDesign or SupplyProperty.ChargeCounter => "µAh",
        SupplyProperty.PowerNow or SupplyProperty.PowerAvg => "µW",
        SupplyProperty.CurrentNow or SupplyProperty.CurrentAvg => "µA",
        SupplyProperty.VoltageNow or SupplyProperty.VoltageAvg or SupplyProperty.VoltageMinDesign or SupplyProperty.VoltageMaxDesign => "µV",
        SupplyProperty.Temperature => "0.1 °C",
        SupplyProperty.InternalResistance => "µΩ",
        SupplyProperty.TimeToEmptyNow or SupplyProperty.TimeToEmptyAvg or SupplyProperty.TimeToFullNow or SupplyProperty.TimeToFullAvg => "s",
        SupplyProperty.Capacity or SupplyProperty.StateOfHealth or SupplyProperty.ChargeStartThreshold or SupplyProperty.ChargeEndThreshold => "%",
        _ => null,
    };
}
