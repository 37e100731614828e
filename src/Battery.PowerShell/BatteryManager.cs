using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery;

/// <summary>An open manager of a machine's batteries. Its properties about the machine are read whenever they are read.</summary>
public sealed partial class BatteryManager : IDisposable
{
    private readonly ManagerHandle?[] _handles = new ManagerHandle?[(int)BatteryScopes.All + 1];

    internal BatteryManager(DataSource source)
    {
        Source = source;
        Handle = ManagerHandle.Open(source, BatteryScopes.System);
        Backend = Handle.Backend;
        HasEvents = Handle.HasEvents;
    }

    /// <summary>The loaded libbattery's version.</summary>
    public string LibraryVersion { get; } = NativeText.LibraryVersion;

    /// <summary>The loaded libbattery's file.</summary>
    public string LibraryPath { get; } = NativeLibraryLocator.LibraryPath;

    /// <summary>The runtime identifier of the library, for example linux-x64.</summary>
    public string RuntimeIdentifier { get; } = NativeLibraryLocator.Rid;

    /// <summary>The library's backend, for example sysfs.</summary>
    public string Backend { get; }

    /// <summary>The folder that is read instead of /sys, or null.</summary>
    public string? SysfsRoot => Source.SysfsRoot;

    /// <summary>The recording that is read instead of this machine, or null.</summary>
    public string? Recording => Source.Recording;

    /// <summary>Whether the system notifies of changes. If not, a wait polls.</summary>
    public bool HasEvents { get; }

    /// <summary>Whether external power is connected; Unknown if no adapter reports it.</summary>
    /// <exception cref="ObjectDisposedException">The manager was disposed.</exception>
    public ExternalPower ExternalPower
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Handle.ExternalPower;
        }
    }

    /// <summary>The power that the connected adapter can supply, W. Null if none is connected or its power is not reported.</summary>
    /// <exception cref="ObjectDisposedException">The manager was disposed.</exception>
    public double? AdapterPower
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Handle.AdapterPower;
        }
    }

    /// <summary>The machine's adapters and the ports for them, read whenever the property is read. Empty on Windows, which reports none.</summary>
    /// <exception cref="ObjectDisposedException">The manager was disposed.</exception>
    public IReadOnlyList<BatteryAdapter> Adapters
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Handle.ReadAdapters();
        }
    }

    /// <summary>The number of the machine's own batteries.</summary>
    /// <exception cref="ObjectDisposedException">The manager was disposed.</exception>
    public int BatteryCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Handle.ReadAll().Count;
        }
    }

    /// <summary>Whether the manager was disposed.</summary>
    public bool IsDisposed => Handle.IsClosed;

    internal DataSource Source { get; }

    /// <summary>The library's manager of the machine's own batteries.</summary>
    internal ManagerHandle Handle { get; }

    /// <summary>Closes the manager and ends its events. It may be called more than once.</summary>
    public void Dispose()
    {
        StopListening();
        lock (_gate)
        {
            Handle.Dispose();
            Array.ForEach(_handles, static handle => handle?.Dispose());
        }
    }

    /// <summary>
    /// The library's manager of some scopes, opened when they are first wanted: the kernel asks a peripheral by radio whenever its battery
    /// is read, so no list and no wait may include what nobody wants.
    /// </summary>
    /// <param name="scopes">The scopes.</param>
    /// <returns>A manager, which belongs to this one.</returns>
    /// <exception cref="BatteryException">The source no longer exists.</exception>
    internal ManagerHandle HandleOf(BatteryScopes scopes)
    {
        lock (_gate)
        {
            // Who uses a closed handle gets the error of the library.
            return scopes == BatteryScopes.System || IsDisposed ? Handle : _handles[(int)scopes] ??= ManagerHandle.Open(Source, scopes);
        }
    }

    /// <summary>The backend, and the path if it does not read this machine.</summary>
    public override string ToString() => Source.Path is { } path ? $"{Backend}: {path}" : Backend;
}
