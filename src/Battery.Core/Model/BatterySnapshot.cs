namespace Battery.Core.Model;

/// <summary>
/// The values of one battery at one moment, each with the reason why it is known or not.
/// A refresh writes into the same object, so that reading again allocates nothing. A reader in another thread
/// sees each value whole; who needs values of one and the same moment takes the battery's lock.
/// </summary>
public sealed class BatterySnapshot
{
    private const int FieldCount = (int)BatteryField.Current + 1;

    private readonly double[] _numbers = new double[FieldCount];
    private readonly string?[] _texts = new string?[(int)BatteryField.SerialNumber + 1];
    private readonly ValueQuality[] _qualities = new ValueQuality[FieldCount];

    /// <summary>The name that the system gives the battery.</summary>
    public string Name => _texts[(int)BatteryField.Name] ?? string.Empty;

    /// <summary>Battery or UPS.</summary>
    public BatteryKind Kind => (BatteryKind)Code(BatteryField.Kind);

    /// <summary>The machine's or a peripheral's.</summary>
    public BatteryScope Scope => (BatteryScope)Code(BatteryField.Scope);

    /// <summary>What the battery is doing.</summary>
    public BatteryState State => (BatteryState)Code(BatteryField.State);

    /// <summary>The chemistry.</summary>
    public BatteryTechnology Technology => (BatteryTechnology)Code(BatteryField.Technology);

    /// <summary>The coarse level.</summary>
    public CapacityLevel CapacityLevel => (CapacityLevel)Code(BatteryField.CapacityLevel);

    /// <summary>A number in the unit that <see cref="BatteryField"/> names, or NaN where it is unknown. A date is the number yyyymmdd.</summary>
    public double Number(BatteryField field) => _numbers[(int)field];

    /// <summary>A text, or null where it is unknown.</summary>
    public string? Text(BatteryField field) => field <= BatteryField.SerialNumber ? _texts[(int)field] : null;

    /// <summary>Why a value is known or not.</summary>
    public ValueQuality QualityOf(BatteryField field) => _qualities[(int)field];

    /// <summary>Whether a number is a field of a battery.</summary>
    public static bool IsField(int field) => field is >= 0 and < FieldCount;

    /// <summary>Which values are known: bit n is the field of number n.</summary>
    public ulong PresenceMask
    {
        get
        {
            ulong mask = 0;
            for (int index = 0; index < FieldCount; index++)
            {
                if (_qualities[index] == ValueQuality.Known)
                {
                    mask |= 1UL << index;
                }
            }

            return mask;
        }
    }

    internal void Set(BatteryField field, Measurement measured)
    {
        _numbers[(int)field] = measured.Value;
        _qualities[(int)field] = measured.Quality;
    }

    internal void SetText(BatteryField field, string? text, ValueQuality quality)
    {
        _texts[(int)field] = text;
        _qualities[(int)field] = quality;
        _numbers[(int)field] = double.NaN;
    }

    // Every enumeration has its unknown at 0, and kind and scope are always known.
    private int Code(BatteryField field)
    {
        double code = _numbers[(int)field];
        return double.IsNaN(code) ? 0 : (int)code;
    }
}
