using System.Runtime.CompilerServices;
using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>
/// Everything that a system reported about one power supply at one moment, before any rule. The same on all systems: a
/// source fills it, <see cref="Rules.BatteryRules"/> turn it into values. It is reused, so that reading again allocates nothing.
/// </summary>
internal sealed class RawReading
{
    /// <summary>How many properties there are. The last member of <see cref="SupplyProperty"/>; a test compares the two.</summary>
    public const int PropertyCount = (int)SupplyProperty.SerialNumber + 1;

    // The strings are the last properties.
    private const SupplyProperty FirstText = SupplyProperty.Manufacturer;

    private readonly RawValue[] _numbers = new RawValue[PropertyCount];
    private readonly RawText[] _texts = [new(), new(), new()];

    /// <summary>The supply's name, safe to print.</summary>
    public required string Name
    {
        get;
        set => field = PlainText.Clean(value);
    }

    /// <summary>The flags from which the state follows; null where the system reports a state, or neither.</summary>
    public PowerFlags? Flags { get; set; }

    /// <summary>A number, or why it is unknown.</summary>
    public RawValue this[SupplyProperty property]
    {
        get => _numbers[(int)property];
        set => _numbers[(int)property] = value;
    }

    /// <summary>Whether a property is a string.</summary>
    public static bool IsText(SupplyProperty property) => property >= FirstText;

    /// <summary>A string property.</summary>
    public RawText Text(SupplyProperty property) => _texts[property - FirstText];

    /// <summary>Why a property, number or string, is known or not. Inlined, since a reading asks for every property.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueQuality QualityOf(SupplyProperty property) => IsText(property) ? Text(property).Quality : _numbers[(int)property].Quality;

    /// <summary>Sets why a property, number or string, is unknown.</summary>
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
        for (int index = 0; index < _texts.Length; index++)
        {
            _texts[index].CopyFrom(other._texts[index]);
        }
    }

    /// <summary>Makes all properties unknown, for the next reading.</summary>
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
