using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>
/// A battery_manager without pointers: status becomes exceptions, and no handle of a battery leaves it. libbattery checks
/// its handles, so one that another thread has freed meanwhile is an error and no crash.
/// </summary>
internal sealed unsafe class OpenManager : SafeHandle
{
    private readonly string _source;

    private OpenManager(string source)
        : base(0, ownsHandle: true) => _source = source;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>How it reads, as <c>sysfs</c>.</summary>
    public string Backend => NativeText.Take(NativeMethods.battery_manager_get_backend(Live)) ?? throw LastError.ToException();

    /// <summary>Whether the system announces changes.</summary>
    public bool HasEvents => Check(NativeMethods.battery_manager_has_events(Live)) == 1;

    /// <summary>Whether the machine is fed from outside.</summary>
    public ExternalPower ExternalPower
    {
        get
        {
            ExternalPower power = NativeMethods.battery_manager_external_power(Live);
            LastError.ThrowIfAny();
            return power;
        }
    }

    /// <summary>The power that the adapter in use can give, W.</summary>
    public double? AdapterPower
    {
        get
        {
            uint milliwatts = NativeMethods.battery_manager_get_adapter_power(Live);
            return milliwatts != uint.MaxValue ? milliwatts / 1000.0
                : NativeMethods.battery_last_error_code() == BatteryError.UnknownValue ? null
                : throw LastError.ToException();
        }
    }

    // 0 is no handle to the library, and gives its error of a handle that is none.
    private nint Live => IsClosed ? 0 : handle;

    /// <summary>Opens a manager.</summary>
    /// <param name="machine">Whose batteries.</param>
    /// <param name="scopes">Which batteries.</param>
    /// <exception cref="BatteryException">The folder or recording is not there, or this system has no source of readings.</exception>
    public static OpenManager Open(Machine machine, BatteryScopes scopes)
    {
        nint root = Marshal.StringToCoTaskMemUTF8(machine.SysfsRoot);
        nint recording = Marshal.StringToCoTaskMemUTF8(machine.Recording);
        try
        {
            var options = new NativeManagerOptions { Size = (uint)sizeof(NativeManagerOptions), Scopes = (uint)scopes, SysfsRoot = (byte*)root, Recording = (byte*)recording };
            var opened = new OpenManager(machine.Source);
            opened.SetHandle(NativeMethods.battery_manager_new_with(&options));
            return opened.IsInvalid ? throw LastError.ToException() : opened;
        }
        finally
        {
            Marshal.FreeCoTaskMem(root);
            Marshal.FreeCoTaskMem(recording);
        }
    }

    /// <summary>Reads all batteries that are there now.</summary>
    /// <exception cref="BatteryException">The list as a whole cannot be had, or the manager was disposed.</exception>
    public List<BatteryInfo> ReadAll()
    {
        nint iterator = NativeMethods.battery_manager_iter(Live);
        if (iterator == 0)
        {
            throw LastError.ToException();
        }

        try
        {
            var batteries = new List<BatteryInfo>();
            for (nint battery = NativeMethods.battery_iterator_next(iterator); battery != 0; battery = NativeMethods.battery_iterator_next(iterator))
            {
                try
                {
                    batteries.Add(SnapshotReader.Read(battery, _source));
                }
                finally
                {
                    NativeMethods.battery_free(battery);
                }
            }

            LastError.ThrowIfAny();
            return batteries;
        }
        finally
        {
            NativeMethods.battery_iterator_free(iterator);
        }
    }

    /// <summary>Waits until something changes.</summary>
    /// <param name="time">How long, at most; null is without end.</param>
    /// <returns>False when the time was up, or <see cref="Wake"/> ended the wait.</returns>
    /// <exception cref="BatteryException">The system does not let this process wait, or the manager was disposed.</exception>
    public bool Wait(TimeSpan? time) =>
        Check(NativeMethods.battery_manager_wait(Live, time is { } limit ? (int)Math.Min(Math.Ceiling(limit.TotalMilliseconds), int.MaxValue) : -1)) == 1;

    /// <summary>Ends a wait of another thread, else the next one.</summary>
    public void Wake() => _ = NativeMethods.battery_manager_wake(Live);

    /// <summary>Saves what the machine says of its batteries.</summary>
    /// <exception cref="BatteryException">The file cannot be written, or the batteries cannot be listed.</exception>
    public void SaveRecording(string path, RecordingFlags saving)
    {
        nint file = Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            Check(NativeMethods.battery_manager_save_recording(Live, (byte*)file, (uint)saving));
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
