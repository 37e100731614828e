using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Linux;

/// <summary>
/// What is kept of a supply from one reading to the next: which properties have a file of their own, and the supply's type and scope.
/// Listing the directory costs more than reading the supply. The cache expires, since a driver may add files
/// without changing the directory's time (thinkpad_acpi adds the thresholds when it is loaded).
/// </summary>
internal sealed class AttributeCache
{
    private const long LifetimeMilliseconds = 60_000;

    // A directory that changed just now may change again with the same time of change, and may not be complete yet.
    private const long UnsettledSeconds = 2;

    private readonly byte[]?[] _names = new byte[]?[RawReading.PropertyCount];
    private readonly DirectoryStamp _stamp;
    private readonly bool _isSettled;
    private readonly Func<long> _clock;
    private readonly long _end;
    private RawReading? _reading;

    private AttributeCache(DirectoryStamp stamp, Func<long> clock)
    {
        _stamp = stamp;
        _clock = clock;
        _isSettled = Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - stamp.ModifiedSeconds) > UnsettledSeconds;
        _end = clock() + (_isSettled ? LifetimeMilliseconds : UnsettledSeconds * 1000);
    }

    /// <summary>The properties that have a file.</summary>
    public SupplyProperty[] Listed { get; private set; } = [];

    /// <summary>The order of the supply's <c>uevent</c>.</summary>
    public UeventLayout Uevent { get; } = new();

    /// <summary>The type of the supply, which never changes; most kernels report it in a file of its own.</summary>
    public RawValue Type { get; private set; }

    /// <summary>The scope of the supply, which never changes.</summary>
    public RawValue Scope { get; private set; }

    /// <summary>The available charge types, which never change.</summary>
    public RawValue ChargeTypes { get; private set; }

    /// <summary>Whether it has not expired.</summary>
    public bool IsFresh => _clock() < _end;

    /// <summary>The name of a property's file; null if there is none.</summary>
    public byte[]? this[SupplyProperty property] => _names[(int)property];

    /// <summary>Lists a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="clock">A clock that never goes back, in milliseconds.</param>
    /// <returns>Null if it cannot be listed.</returns>
    public static AttributeCache? Load(ISupplyDirectory directory, Func<long> clock)
    {
        // Before listing: a change during it must make the stamp differ.
        var cache = new AttributeCache(directory.Stamp, clock);
        if (!directory.TryList(out List<byte[]> names))
        {
            return null;
        }

        foreach (byte[] name in names)
        {
            if (PropertyNames.Find(name) is { } known && (!known.IsSecondary || cache[known.Property] is null))
            {
                cache._names[(int)known.Property] = name;
            }
        }

        cache.Listed = [.. Enumerable.Range(0, RawReading.PropertyCount).Select(static i => (SupplyProperty)i).Where(property => cache[property] is not null)];
        return cache;
    }

    /// <summary>
    /// Takes the raw reading of the last list, for the next one: it has the supply's strings, which are decoded only when they change.
    /// Null if there is none, or while another thread uses it.
    /// </summary>
    public RawReading? TakeReading() => Interlocked.Exchange(ref _reading, null);

    /// <summary>Gives a raw reading back that is no longer used.</summary>
    public void ReturnReading(RawReading reading) => Volatile.Write(ref _reading, reading);

    /// <summary>Keeps what never changes. Only for the reader that loaded the cache, before others have it.</summary>
    public void Identify(RawReading reading)
    {
        Type = reading[SupplyProperty.Type];
        Scope = reading[SupplyProperty.Scope];
        ChargeTypes = reading[SupplyProperty.AvailableChargeTypes];
    }

    /// <summary>Whether a reading has a value without a file: the directory has nothing but uevent, or was being removed when it was listed.</summary>
    public bool LacksFileOf(RawReading reading)
    {
        for (SupplyProperty property = 0; (int)property < RawReading.PropertyCount; property++)
        {
            if (this[property] is null && reading.QualityOf(property) == ValueQuality.Known)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is valid for the directory of the same name: another battery in the slot has other files.</summary>
    public bool Matches(ISupplyDirectory directory) => _isSettled && IsFresh && directory.Stamp == _stamp;
}
