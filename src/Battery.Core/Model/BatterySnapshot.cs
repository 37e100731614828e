using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Battery.Core.Model;

/// <summary>
/// The values of one battery at one moment, each with the reason why it is known or not.
/// A refresh writes into the same object, so that reading again allocates nothing. A reader in another thread
/// sees each value whole; who needs values of one and the same moment takes the battery's lock.
/// </summary>
public sealed class BatterySnapshot
{
    private readonly double[] _numbers = new double[BatteryFields.Count];
    private readonly string?[] _texts = new string?[BatteryFields.TextCount];

    // As many as a mask has bits.
    private readonly ValueQuality[] _qualities = new ValueQuality[8 * sizeof(ulong)];

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
    public string? Text(BatteryField field) => (int)field < BatteryFields.TextCount ? _texts[(int)field] : null;

    /// <summary>Why a value is known or not.</summary>
    public ValueQuality QualityOf(BatteryField field) => _qualities[(int)field];

    /// <summary>Whether a number is a field of a battery.</summary>
    public static bool IsField(int field) => field is >= 0 and < BatteryFields.Count;

    /// <summary>Which values are known: bit n is the field of number n.</summary>
    public ulong PresenceMask
    {
        get
        {
            // A vector at a time: one by one takes as long as copying all values.
            ReadOnlySpan<byte> qualities = MemoryMarshal.AsBytes(_qualities.AsSpan());
            Vector128<byte> known = Vector128.Create((byte)ValueQuality.Known);
            ulong mask = 0;
            for (int index = 0; index < qualities.Length; index += Vector128<byte>.Count)
            {
                mask |= (ulong)Vector128.Equals(Vector128.Create(qualities[index..]), known).ExtractMostSignificantBits() << index;
            }

            return mask;
        }
    }

    // Inlined, since a reading sets every value.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
