using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Sources;

/// <summary>One battery: its values, and how to read them again.</summary>
public sealed class BatteryDevice : IDisposable
{
    private readonly ISupplyReader _reader;
    private readonly BatteryKind _kind;

    // Its own, made when it is first needed where others share that of the list.
    private RawReading? _raw;

    // Held while the device is asked, which may take as long as the device likes; the gate never is.
    private readonly Lock _reading = new();
    private bool _isBeingRead;
    private bool _isDisposed;

    private BatteryDevice(ISupplyReader reader, RawReading raw, bool isShared, BatteryKind kind)
    {
        _reader = reader;
        _raw = isShared ? null : raw;
        _kind = kind;
        BatteryRules.Apply(raw, _kind, Snapshot);
    }

    /// <summary>Held while the values are written, never while the device is read; who needs values of one moment takes it too.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The values.</summary>
    public BatterySnapshot Snapshot { get; } = new();

    /// <summary>Where the battery is, for messages.</summary>
    public string Location => _reader.Location;

    /// <summary>The battery of a supply that was read already; null where the supply is no battery, or an empty slot.</summary>
    /// <param name="reader">Reads it again.</param>
    /// <param name="raw">The first reading.</param>
    /// <param name="isShared">Whether the reading serves other supplies too: most batteries are listed, looked at and let go, and need none of their own.</param>
    public static BatteryDevice? Of(ISupplyReader reader, RawReading raw, bool isShared = false) =>
        SupplyRules.Kind(raw) is { } kind && SupplyRules.IsPresent(raw) ? new(reader, raw, isShared, kind) : null;

    /// <summary>Reads the battery again. A battery that is gone keeps its last values.</summary>
    /// <returns>False when the battery is gone: its device vanished, its slot is empty, or what is there tells nothing that a battery tells.</returns>
    public bool TryRefresh()
    {
        lock (_reading)
        {
            _raw ??= new() { Name = Snapshot.Name };
            lock (Gate)
            {
                _isBeingRead = true;
            }

            bool isThere = false;
            try
            {
                isThere = _reader.TryRead(_raw) && SupplyRules.IsPresent(_raw) && SupplyRules.Kind(_raw) is not null;
            }
            finally
            {
                Publish(isThere);
            }

            return isThere;
        }
    }

    /// <summary>Closes what readings keep open; a reading that is under way closes it when it has ended. The values stay.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            _isDisposed = true;
            if (!_isBeingRead)
            {
                Close();
            }
        }
    }

    private void Publish(bool isThere)
    {
        lock (Gate)
        {
            _isBeingRead = false;
            if (isThere)
            {
                BatteryRules.Apply(_raw!, _kind, Snapshot);
            }

            // A refresh that another thread began before the end must leave nothing open after it.
            if (_isDisposed)
            {
                Close();
            }
        }
    }

    private void Close() => (_reader as IDisposable)?.Dispose();
}
