using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery;

/// <summary>
/// The batteries of a machine. All members may be called from all threads. Keep one manager where batteries are read repeatedly: it
/// estimates the time that is left from its readings.
/// </summary>
public sealed class BatteryManager : IDisposable
{
    private readonly ManagerHandle _handle;

    /// <summary>Opens the batteries of this machine.</summary>
    /// <param name="scopes">The batteries that are listed.</param>
    /// <exception cref="BatteryException">This system is not supported, or its power supplies cannot be opened.</exception>
    public BatteryManager(BatteryScopes scopes = BatteryScopes.System)
        : this(default, scopes)
    {
    }

    private BatteryManager(DataSource source, BatteryScopes scopes)
    {
        if (NativeMethods.battery_abi_version() is var abi && abi != NativeMethods.AbiVersion)
        {
            string message = $"The native library has ABI version {abi}; this assembly needs {NativeMethods.AbiVersion}. Use the library of the package.";
            throw new BatteryException(BatteryError.NotSupported, message);
        }

        _handle = ManagerHandle.Open(source, scopes);
    }

    /// <summary>The version of the native library.</summary>
    public static string LibraryVersion => NativeText.LibraryVersion;

    /// <summary>Whether external power is connected; Unknown if no adapter reports it.</summary>
    /// <exception cref="BatteryException">The power supplies cannot be read, or the manager was disposed.</exception>
    public ExternalPower ExternalPower => _handle.ExternalPower;

    /// <summary>The power that the connected adapter can supply, W. Null if none is connected or its power is not reported.</summary>
    /// <exception cref="BatteryException">The power supplies cannot be read, or the manager was disposed.</exception>
    public double? AdapterPower => _handle.AdapterPower;

    /// <summary>Whether the system notifies of changes. If not, a wait polls.</summary>
    /// <exception cref="BatteryException">The manager was disposed.</exception>
    public bool HasEvents => _handle.HasEvents;

    /// <summary>Opens a recording of any machine, or a copy of the power supplies of a Linux machine.</summary>
    /// <param name="path">The file or directory.</param>
    /// <param name="scopes">The batteries that are listed.</param>
    /// <exception cref="BatteryException">The recording does not exist, or cannot be read.</exception>
    public static BatteryManager FromRecording(string path, BatteryScopes scopes = BatteryScopes.System) => new(new(null, path), scopes);

    /// <summary>Opens a directory instead of /sys, for example that of the host in a container. Linux only.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="scopes">The batteries that are listed.</param>
    /// <exception cref="BatteryException">The directory does not exist, or this system is not supported.</exception>
    public static BatteryManager FromSysfsRoot(string path, BatteryScopes scopes = BatteryScopes.System) => new(new(path, null), scopes);

    /// <summary>Finds and reads the batteries that are present.</summary>
    /// <exception cref="BatteryException">The batteries cannot be listed, or the manager was disposed.</exception>
    public IReadOnlyList<BatteryInfo> Read() => _handle.ReadAll();

    /// <summary>Reads the adapters, and the ports for them, of this machine.</summary>
    /// <exception cref="BatteryException">The supplies cannot be listed, or the manager was disposed.</exception>
    public IReadOnlyList<BatteryAdapter> ReadAdapters() => _handle.ReadAdapters();

    /// <summary>Explains the values of a battery: why each is what it is, or why it is not known.</summary>
    /// <param name="name">The name of the battery.</param>
    /// <returns>An explanation of each value; none if there is no battery of that name.</returns>
    /// <exception cref="BatteryException">The batteries cannot be listed, or the manager was disposed.</exception>
    public IReadOnlyList<BatteryValue> Explain(string name) => [.. _handle.Explain(name, ValueTable.All).SelectMany(static one => one.Values)];

    /// <summary>Waits until something changes: a battery, its state or whole percentage, or external power.</summary>
    /// <param name="timeout">The longest wait; null for no limit.</param>
    /// <returns>False when the timeout expired, or <see cref="Wake"/> ended the wait.</returns>
    /// <exception cref="BatteryException">The system does not let this process wait, or the manager was disposed.</exception>
    public bool Wait(TimeSpan? timeout = null) => _handle.Wait(timeout);

    /// <summary>Ends the waits of other threads, or the next one if there is none.</summary>
    public void Wake() => _handle.Wake();

    /// <summary>Saves the raw data of the power supplies, to be read on another machine.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether a file of that name is replaced.</param>
    /// <param name="serialNumbers">Whether serial numbers are kept; they are masked otherwise.</param>
    /// <exception cref="BatteryException">The file cannot be written, or the batteries cannot be listed.</exception>
    public void SaveRecording(string path, bool overwrite = false, bool serialNumbers = false) => _handle.SaveRecording(
        path,
        (overwrite ? RecordingFlags.Overwrite : 0) | (serialNumbers ? RecordingFlags.SerialNumbers : 0));

    /// <summary>Closes the manager and ends the waits of other threads. It may be called more than once.</summary>
    public void Dispose() => _handle.Dispose();
}
