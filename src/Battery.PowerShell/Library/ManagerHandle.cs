using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>
/// A battery_manager without pointers: error codes become exceptions, and no handle of a battery leaves it. libbattery checks
/// its handles, so a handle that another thread has freed is an error and not a crash.
/// </summary>
internal sealed unsafe class ManagerHandle : SafeHandle
{
    private readonly string _source;

    private ManagerHandle(string source)
        : base(0, ownsHandle: true) => _source = source;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The library's backend, for example <c>sysfs</c>.</summary>
    public string Backend => NativeText.Take(NativeMethods.battery_manager_get_backend(Handle)) ?? throw LastError.ToException();

    /// <summary>Whether the system notifies of changes.</summary>
    public bool HasEvents => Check(NativeMethods.battery_manager_has_events(Handle)) == 1;

    /// <summary>Whether external power is connected.</summary>
    public ExternalPower ExternalPower
    {
        get
        {
            ExternalPower power = NativeMethods.battery_manager_external_power(Handle);
            LastError.ThrowIfAny();
            return power;
        }
    }

    /// <summary>The power that the connected adapter can supply, W.</summary>
    public double? AdapterPower
    {
        get
        {
            uint milliwatts = NativeMethods.battery_manager_get_adapter_power(Handle);
            return milliwatts != uint.MaxValue ? milliwatts / 1000.0
                : NativeMethods.battery_last_error_code() == BatteryError.UnknownValue ? null
                : throw LastError.ToException();
        }
    }

    // 0 makes the library report an invalid handle.
    private nint Handle => IsClosed ? 0 : handle;

    /// <summary>Opens a manager.</summary>
    /// <param name="source">What the manager reads.</param>
    /// <param name="scopes">The batteries that it lists.</param>
    /// <exception cref="BatteryException">The directory or recording does not exist, or this system is not supported.</exception>
    public static ManagerHandle Open(DataSource source, BatteryScopes scopes)
    {
        nint root = 0;
        nint recording = 0;
        try
        {
            root = NativeText.FromPath(source.SysfsRoot);
            recording = NativeText.FromPath(source.Recording);
            var options = new NativeManagerOptions
            {
                Size = (uint)sizeof(NativeManagerOptions),
                Scopes = (uint)scopes,
                SysfsRoot = (byte*)root,
                Recording = (byte*)recording,
            };
            var opened = new ManagerHandle(source.Name);
            opened.SetHandle(NativeMethods.battery_manager_new_with(&options));
            return opened.IsInvalid ? throw LastError.ToException() : opened;
        }
        finally
        {
            Marshal.FreeCoTaskMem(root);
            Marshal.FreeCoTaskMem(recording);
        }
    }

    /// <summary>Reads all batteries that are present.</summary>
    /// <exception cref="BatteryException">The batteries cannot be listed, or the manager was disposed.</exception>
    public List<BatteryInfo> ReadAll() => ReadAll(static (_, values) => values);

    /// <summary>Reads all batteries that are present, and more about each.</summary>
    /// <param name="convert">Makes the result from the handle of a battery, which is valid meanwhile, and its values.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <exception cref="BatteryException">The batteries cannot be listed, or the manager was disposed.</exception>
    public List<T> ReadAll<T>(Func<nint, BatteryInfo, T> convert)
        where T : class => Select(battery => convert(battery, SnapshotReader.Read(battery, _source)));

    /// <summary>Explains values of the batteries that are present.</summary>
    /// <param name="name">The name of the battery; null for all.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="BatteryException">The batteries cannot be listed, or the manager was disposed.</exception>
    public List<Explained> Explain(string? name, IReadOnlyList<ValueTable> values) => Select(battery =>
        name is null || NativeText.Take(NativeMethods.battery_get_name(battery)) == name ? ExplanationReader.Read(battery, _source, values) : null);

    /// <summary>Sets the charge limit of a battery.</summary>
    /// <param name="name">The name of the battery.</param>
    /// <param name="limits">The limit.</param>
    /// <returns>The limit in force; null if there is no battery of that name.</returns>
    /// <exception cref="BatteryException">The limit cannot be set.</exception>
    public ChargeLimits? SetChargeLimit(string name, ChargeLimits limits) => Select(battery =>
        NativeText.Take(NativeMethods.battery_get_name(battery)) == name ? limits.Set(battery) : null).FirstOrDefault();

    /// <summary>Reads the adapters.</summary>
    /// <exception cref="BatteryException">The supplies cannot be listed, or the manager was disposed.</exception>
    public List<BatteryAdapter> ReadAdapters() => Select(
        NativeMethods.battery_manager_iter_adapters(Handle),
        NativeMethods.battery_adapter_iterator_next,
        ReadAdapter,
        NativeMethods.battery_adapter_free,
        NativeMethods.battery_adapter_iterator_free);

    private List<T> Select<T>(Func<nint, T?> read)
        where T : class => Select(
            NativeMethods.battery_manager_iter(Handle),
            NativeMethods.battery_iterator_next,
            read,
            NativeMethods.battery_free,
            NativeMethods.battery_iterator_free);

    private static List<T> Select<T>(nint iterator, Func<nint, nint> next, Func<nint, T?> read, Action<nint> free, Action<nint> freeIterator)
        where T : class
    {
        if (iterator == 0)
        {
            throw LastError.ToException();
        }

        try
        {
            var found = new List<T>();
            for (nint item = next(iterator); item != 0; item = next(iterator))
            {
                try
                {
                    if (read(item) is { } one)
                    {
                        found.Add(one);
                    }
                }
                finally
                {
                    free(item);
                }
            }

            LastError.ThrowIfAny();
            return found;
        }
        finally
        {
            freeIterator(iterator);
        }
    }

    private static BatteryAdapter ReadAdapter(nint adapter)
    {
        NativeAdapterInfo info;
        string? name = NativeText.Take(NativeMethods.battery_adapter_get_name(adapter));
        Check(NativeMethods.battery_adapter_get_info(adapter, &info, (nuint)sizeof(NativeAdapterInfo)));
        return BatteryAdapter.Of(name, info);
    }

    /// <summary>The estimate for all system batteries as one, from the lists so far.</summary>
    /// <exception cref="BatteryException">The manager was disposed.</exception>
    public TimeLeftEstimate ReadTotalEstimate()
    {
        NativeEstimate estimate;
        Check(NativeMethods.battery_manager_get_estimate(Handle, &estimate, (nuint)sizeof(NativeEstimate)));
        return TimeLeftEstimate.Of(estimate);
    }

    /// <summary>Waits until something changes.</summary>
    /// <param name="timeout">The longest wait; null for no limit.</param>
    /// <returns>False when the timeout expired, or <see cref="Wake"/> ended the wait.</returns>
    /// <exception cref="BatteryException">The system does not let this process wait, or the manager was disposed.</exception>
    public bool Wait(TimeSpan? timeout)
    {
        int milliseconds = timeout is { } limit ? (int)Math.Min(Math.Ceiling(limit.TotalMilliseconds), int.MaxValue) : -1;
        return Check(NativeMethods.battery_manager_wait(Handle, milliseconds)) == 1;
    }

    /// <summary>Ends the wait of another thread, or the next wait.</summary>
    public void Wake() => _ = NativeMethods.battery_manager_wake(Handle);

    /// <summary>Saves what the source reports about its batteries.</summary>
    /// <exception cref="BatteryException">The file cannot be written, or the batteries cannot be listed.</exception>
    public void SaveRecording(string path, RecordingFlags flags)
    {
        nint file = NativeText.FromPath(path);
        try
        {
            Check(NativeMethods.battery_manager_save_recording(Handle, (byte*)file, (uint)flags));
        }
        finally
        {
            Marshal.FreeCoTaskMem(file);
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.battery_manager_free(handle);
        return true;
    }

    private static int Check(int result) => result >= 0 ? result : throw LastError.ToException();
}
