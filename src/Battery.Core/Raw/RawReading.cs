using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>
/// All that a machine said of one power supply at one moment, before any rule. The same on every system:
/// a source fills it, <see cref="Rules.BatteryRules"/> make sense of it. One object serves many readings: reading again allocates nothing.
/// </summary>
internal sealed class RawReading
{
    private const SupplyProperty FirstText = SupplyProperty.Manufacturer;
    private const int NumberCount = (int)FirstText;
    private const int TextCount = (int)SupplyProperty.SerialNumber - NumberCount + 1;

    private readonly RawValue[] _numbers = new RawValue[NumberCount];
    private readonly RawText[] _texts = [new(), new(), new()];

    /// <summary>How many properties there are.</summary>
    public const int PropertyCount = NumberCount + TextCount;

    /// <summary>The supply's name.</summary>
    public required string Name { get; set; }

    /// <summary>The flags from which the state follows; null where the system reports a state, or neither.</summary>
    public PowerFlags? Flags { get; set; }

    /// <summary>A number, or why there is none.</summary>
    public RawValue this[SupplyProperty property]
    {
        get => _numbers[(int)property];
        set => _numbers[(int)property] = value;
    }

    /// <summary>Whether a property is a text.</summary>
    public static bool IsText(SupplyProperty property) => property >= FirstText;

    /// <summary>A text.</summary>
    public RawText Text(SupplyProperty property) => _texts[(int)property - NumberCount];

    /// <summary>Why a property, number or text, is known or not.</summary>
    public ValueQuality QualityOf(SupplyProperty property) => IsText(property) ? Text(property).Quality : this[property].Quality;

    /// <summary>Says why a property, number or text, is not known.</summary>
    public void SetUnknown(SupplyProperty property, ValueQuality quality)
    {
        if (IsText(property))
        {
            Text(property).Clear(quality);
        }
        else
        {
            this[property] = RawValue.Unknown(quality);
        }
    }

    /// <summary>Replaces all values by those of another reading; the name stays.</summary>
    public void CopyFrom(RawReading other)
    {
        Flags = other.Flags;
        other._numbers.CopyTo(_numbers, 0);
        for (int i = 0; i < _texts.Length; i++)
        {
            _texts[i].CopyFrom(other._texts[i]);
        }
    }

    /// <summary>Forgets what was read, for the next reading.</summary>
    public void Clear()
    {
        Flags = null;
        Array.Clear(_numbers);
        foreach (RawText text in _texts)
        {
            text.Clear(ValueQuality.Missing);
        }
    }
}
