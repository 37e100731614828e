using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery;

/// <summary>An open way to a machine's batteries. What it says of the machine is read when it is asked.</summary>
public sealed class BatteryManager : IDisposable
{
    internal BatteryManager(Machine machine)
    {
        Machine = machine;
        Opened = OpenManager.Open(machine, BatteryScopes.All);
        Backend = Opened.Backend;
        HasEvents = Opened.HasEvents;
    }

    /// <summary>The loaded libbattery's version.</summary>
    public string LibraryVersion { get; } = NativeText.LibraryVersion;

    /// <summary>The loaded libbattery's file.</summary>
    public string LibraryPath { get; } = NativeLibraryLocator.LibraryPath;

    /// <summary>The runtime identifier that the library is for, as linux-x64.</summary>
    public string RuntimeIdentifier { get; } = NativeLibraryLocator.Rid;

    /// <summary>How it reads, as sysfs.</summary>
    public string Backend { get; }

    /// <summary>The folder that is read in place of /sys, or null.</summary>
    public string? SysfsRoot => Machine.SysfsRoot;

    /// <summary>The recording that is read in place of this machine, or null.</summary>
    public string? Recording => Machine.Recording;

    /// <summary>Whether the system announces changes, so that waiting need not look again and again.</summary>
    public bool HasEvents { get; }

    /// <summary>Whether the machine is fed from outside; Unknown where no adapter says so.</summary>
    /// <exception cref="ObjectDisposedException">The manager was disposed.</exception>
    public ExternalPower ExternalPower
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Opened.ExternalPower;
        }
    }

    /// <summary>The power that the adapter in use can give, W; null where none is in use or the system does not say: only macOS does.</summary>
    /// <exception cref="ObjectDisposedException">The manager was disposed.</exception>
    public double? AdapterPower
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Opened.AdapterPower;
        }
    }

    /// <summary>How many batteries of its own the machine has now.</summary>
    /// <exception cref="ObjectDisposedException">The manager was disposed.</exception>
    public int BatteryCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return Opened.ReadAll().Count(static battery => battery.Scope == BatteryScope.System);
        }
    }

    /// <summary>Whether the manager was disposed.</summary>
    public bool IsDisposed => Opened.IsClosed;

    internal Machine Machine { get; }

    internal OpenManager Opened { get; }

    /// <summary>Closes the manager. Doing it twice is no error.</summary>
    public void Dispose() => Opened.Dispose();

    /// <summary>The backend, and the folder where it is not this machine's.</summary>
    public override string ToString() => Machine.Path is { } path ? $"{Backend}: {path}" : Backend;
}
