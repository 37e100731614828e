using Battery.Core.Linux.Decoding;
using Battery.Core.Raw;

namespace Battery.Core.Linux;

/// <summary>
/// Which properties of a supply have a file of their own, as its folder was found at some moment, and what the supply is.
/// Listing the folder costs more than reading the supply, so it is remembered; but not for long, since a driver may add files
/// without a trace (thinkpad_acpi adds the thresholds when it is loaded).
/// </summary>
internal sealed class AttributeCache
{
    private const long LifetimeMilliseconds = 60_000;

    // A folder that changed just now may change again without another time of change, and may not be complete yet.
    private const long UnsettledSeconds = 2;

    private readonly byte[]?[] _names = new byte[]?[RawReading.PropertyCount];
    private readonly DirectoryStamp _identity;
    private readonly bool _isSettled;
    private readonly Func<long> _clock;
    private readonly long _end;

    private AttributeCache(DirectoryStamp identity, Func<long> clock)
    {
        _identity = identity;
        _clock = clock;
        _isSettled = Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - identity.ModifiedSeconds) > UnsettledSeconds;
        _end = clock() + (_isSettled ? LifetimeMilliseconds : UnsettledSeconds * 1000);
    }

    /// <summary>The type of the supply, which never changes; most kernels report it in a file of its own.</summary>
    public RawValue Type { get; private set; }

    /// <summary>The scope of the supply, which never changes.</summary>
    public RawValue Scope { get; private set; }

    /// <summary>Whether it need not be learnt anew yet.</summary>
    public bool IsFresh => _clock() < _end;

    /// <summary>The name of a property's file; null where it has none.</summary>
    public byte[]? this[SupplyProperty property] => _names[(int)property];

    /// <summary>Lists a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">Milliseconds that only grow.</param>
    /// <returns>Null where it cannot be listed.</returns>
    public static AttributeCache? Load(ISupplyDirectory folder, Func<long> clock)
    {
        // Before the list: what changes during it must be seen to have changed.
        var layout = new AttributeCache(folder.Identity, clock);
        if (!folder.TryList(out List<byte[]> names))
        {
            return null;
        }

        foreach (byte[] name in names)
        {
            if (PropertyNames.TryFind(name, out SupplyProperty property, out bool isOld)
                && (!isOld || layout[property] is null))
            {
                layout._names[(int)property] = name;
            }
        }

        return layout;
    }

    /// <summary>Keeps type and scope. Only for the reader that loaded the cache, before others have it.</summary>
    public void Identify(RawReading reading)
    {
        Type = reading[SupplyProperty.Type];
        Scope = reading[SupplyProperty.Scope];
    }

    /// <summary>Whether it is that of a folder of the same name still: another battery in the slot has other files.</summary>
    public bool Matches(ISupplyDirectory folder) => _isSettled && IsFresh && folder.Identity == _identity;
}
