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

    private readonly RawValue[] _numbers = new RawValue[PropertyCount];
    private readonly RawText _manufacturer = new();
    private readonly RawText _modelName = new();
    private readonly RawText _serialNumber = new();

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
    public static bool IsText(SupplyProperty property) => property is SupplyProperty.Manufacturer or SupplyProperty.ModelName or SupplyProperty.SerialNumber;

    /// <summary>A string property.</summary>
    public RawText Text(SupplyProperty property) => property switch
    {
        SupplyProperty.Manufacturer => _manufacturer,
        SupplyProperty.ModelName => _modelName,
        SupplyProperty.SerialNumber => _serialNumber,
        _ => throw new ArgumentOutOfRangeException(nameof(property)),
    };

    /// <summary>Why a property, number or string, is known or not.</summary>
    public ValueQuality QualityOf(SupplyProperty property) => IsText(property) ? Text(property).Quality : this[property].Quality;

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
        _manufacturer.CopyFrom(other._manufacturer);
        _modelName.CopyFrom(other._modelName);
        _serialNumber.CopyFrom(other._serialNumber);
    }

    /// <summary>Makes all properties unknown, for the next reading.</summary>
    public void Clear()
    {
        Flags = null;
        Array.Clear(_numbers);
        _manufacturer.Clear(ValueQuality.Missing);
        _modelName.Clear(ValueQuality.Missing);
        _serialNumber.Clear(ValueQuality.Missing);
    }
}
