namespace Battery.Core.Model;

/// <summary>
/// The values of one battery at one moment, each with the reason why it is known or not.
/// A refresh writes into the same object, so that reading again allocates nothing. A reader in another thread
/// sees each value whole; who needs values of one and the same moment takes the battery's lock.
/// </summary>
public sealed class BatterySnapshot
{
    private readonly double[] _numbers = new double[BatteryFields.Count];
    private readonly string?[] _texts = new string?[BatteryFields.Count];
    private readonly ValueQuality[] _qualities = new ValueQuality[BatteryFields.Count];

    /// <summary>A snapshot without values: a value that no rule sets is unknown, not 0.</summary>
    public BatterySnapshot() => Array.Fill(_numbers, double.NaN);

    /// <summary>The name that the system gives the battery.</summary>
    public string Name => _texts[(int)BatteryField.Name] ?? string.Empty;

    /// <summary>Battery or UPS.</summary>
    public BatteryKind Kind => (BatteryKind)Code(BatteryField.Kind);

    /// <summary>A battery of the system or of a peripheral.</summary>
    public BatteryScope Scope => (BatteryScope)Code(BatteryField.Scope);

    /// <summary>Charging, discharging, full, not charging or empty.</summary>
    public BatteryState State => (BatteryState)Code(BatteryField.State);

    /// <summary>What is going on.</summary>
    public PowerFlow PowerFlow => (PowerFlow)Code(BatteryField.PowerFlow);

    /// <summary>The chemistry.</summary>
    public BatteryTechnology Technology => (BatteryTechnology)Code(BatteryField.Technology);

    /// <summary>The coarse charge level.</summary>
    public CapacityLevel CapacityLevel => (CapacityLevel)Code(BatteryField.CapacityLevel);

    /// <summary>A number in the unit that <see cref="BatteryField"/> names, or NaN if it is unknown. A date is the number yyyymmdd.</summary>
    public double Number(BatteryField field) => _numbers[(int)field];

    /// <summary>The number of an enumeration's member, or 0 if it is unknown.</summary>
    public int Code(BatteryField field)
    {
        double code = _numbers[(int)field];
        return double.IsNaN(code) ? 0 : (int)code;
    }

    /// <summary>A string, or null if it is unknown.</summary>
    public string? Text(BatteryField field) => _texts[(int)field];

    /// <summary>Why a value is known or not.</summary>
    public ValueQuality QualityOf(BatteryField field) => _qualities[(int)field];

    /// <summary>Whether a number is a field of a battery.</summary>
    public static bool IsField(int field) => field is >= 0 and < BatteryFields.Count;

    /// <summary>Which values are known: bit n is the field of number n.</summary>
    public ulong PresenceMask
    {
        get
        {
            ulong mask = 0;
            for (int index = 0; index < BatteryFields.Count; index++)
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
}
