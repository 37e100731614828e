using System.Runtime.InteropServices;
using Battery.Core.Estimation;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>Opens a machine's batteries, lists them and reads a battery again.</summary>
[Section(30, "The manager")]
[Since("0.1.0")]
public static unsafe class ManagerExports
{
    private const double Milli = 1000;
    private const long LargeRecording = 8 << 20;

    // The first header's battery_manager_options: size, scopes and sysfs_root.
    private static readonly uint FirstOptionsSize = (uint)(2 * sizeof(uint)) + (uint)sizeof(nint);

    /// <summary>Opens the batteries of this machine.</summary>
    /// <returns>
    /// A manager, which <c>battery_manager_free</c> frees; NULL on failure (see the last error). A machine without a battery
    /// is not a failure.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_new")]
    public static ManagerHandle* New() => (ManagerHandle*)Guard.Run((nint)0, (nint)0, &Open);

    /// <summary>Opens batteries with options.</summary>
    /// <param name="options">The options, with <c>size</c> set; NULL is the same as <c>battery_manager_new</c>.</param>
    /// <returns>
    /// A manager, which <c>battery_manager_free</c> frees; NULL on failure: BATTERY_ERROR_NOT_FOUND if the directory or
    /// recording does not exist, BATTERY_ERROR_INVALID_DATA if the file is not a recording, BATTERY_ERROR_INVALID_ARGUMENT
    /// for an invalid size or scope.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_new_with")]
    public static ManagerHandle* NewWith([Const] ManagerOptions* options) => (ManagerHandle*)Guard.Run((nint)options, (nint)0, &Open);

    /// <summary>Finds and reads the batteries that are present, in natural order of their names.</summary>
    /// <param name="manager">The manager.</param>
    /// <returns>An iterator, which <c>battery_iterator_free</c> frees; NULL on failure.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_iter")]
    public static IteratorHandle* Iterate(ManagerHandle* manager) => (IteratorHandle*)Guard.Run((nint)manager, (nint)0, &Iterate);

    /// <summary>Reads a battery again; its getters then return the new values.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="battery">The battery.</param>
    /// <returns>0, or a negative <c>battery_error</c>: BATTERY_ERROR_NOT_FOUND if the battery was removed; its getters keep the last values.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_refresh")]
    public static int Refresh(ManagerHandle* manager, BatteryHandle* battery) =>
        Guard.Status(((nint)manager, (nint)battery), &Refresh);

    /// <summary>Whether external (AC) power is connected.</summary>
    /// <param name="manager">The manager.</param>
    /// <returns>Online if any adapter is online, offline if all readable adapters are offline, unknown if none reports it or on an error.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_external_power")]
    public static ExternalPower ExternalPower(ManagerHandle* manager) =>
        Guard.Run((nint)manager, Core.Model.ExternalPower.Unknown, &ExternalPower);

    /// <summary>The power that the adapter in use can supply.</summary>
    /// <param name="manager">The manager.</param>
    /// <returns>
    /// mW; BATTERY_UNKNOWN_UINT32 if the system does not report it (Windows never does, Linux only of some adapters), if no adapter
    /// is in use, or on an error.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_get_adapter_power")]
    public static uint AdapterPower(ManagerHandle* manager) => Guard.Run((nint)manager, UnknownValues.UInt32, &AdapterPower);

    /// <summary>The interface that the manager reads, for example <c>sysfs</c>.</summary>
    /// <param name="manager">The manager.</param>
    /// <returns>A string, which <c>battery_str_free</c> frees; NULL on an error.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_get_backend")]
    public static byte* Backend(ManagerHandle* manager) => (byte*)Guard.Run((nint)manager, (nint)0, &Backend);

    /// <summary>
    /// Frees a manager. Its batteries and iterators remain valid until they are freed; waits in progress end with
    /// BATTERY_ERROR_INVALID_HANDLE. NULL is ignored. An invalid or already freed handle sets BATTERY_ERROR_INVALID_HANDLE.
    /// </summary>
    /// <param name="manager">The manager.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_free")]
    public static void Free(ManagerHandle* manager) => Guard.KeepError((nint)manager, 0, &Free);

    private static nint Open(nint address)
    {
        ManagerOptions options = Read((ManagerOptions*)address);
        string? recording = Argument.Path(options.Recording, "battery_manager_options.recording");
        string? root = Argument.Path(options.SysfsRoot, "battery_manager_options.sysfs_root");
        HeapLimit.Check();
        IPowerSupplySource source = recording is not null ? OpenRecording(recording) : PowerSupplySources.Open(root);
        var scopes = (BatteryScopes)options.Scopes;
        return Handle.Add(HandleKind.Manager, new ManagerState(source, scopes == BatteryScopes.Default ? BatteryScopes.System : scopes));
    }

    // The whole registry of a Mac becomes a tree of which a few entries are kept. The collector would leave the rest in memory
    // until the heap has grown several times.
    private static IPowerSupplySource OpenRecording(string path)
    {
        long before = GC.GetTotalMemory(forceFullCollection: false);
        IPowerSupplySource source = RecordedSources.Open(path);
        if (GC.GetTotalMemory(forceFullCollection: false) - before > LargeRecording)
        {
            GC.Collect();
        }

        return source;
    }

    // A program compiled against an older header passes fewer members, one against a later header more; missing members are 0.
    private static ManagerOptions Read(ManagerOptions* options)
    {
        var known = default(ManagerOptions);
        if (options is null)
        {
            return known;
        }

        string? problem =
            !Argument.IsAddress(options) ? "battery_manager_new_with needs the address of a battery_manager_options, or NULL"
            : options->Size < FirstOptionsSize ? "battery_manager_options.size is too small; set it to sizeof(battery_manager_options)"
            : (options->Scopes & ~(uint)BatteryScopes.All) != 0 ? "battery_manager_options.scopes has a bit that is not in battery_scopes"
            : null;
        if (problem is not null)
        {
            throw new BatteryException(BatteryError.InvalidArgument, problem);
        }

        NativeMemory.Copy(options, &known, Math.Min(options->Size, (nuint)sizeof(ManagerOptions)));
        return known.SysfsRoot is null || known.Recording is null
            ? known
            : throw new BatteryException(BatteryError.InvalidArgument, "battery_manager_options has a sysfs_root and a recording; give one of the two");
    }

    private static nint Iterate(nint manager)
    {
        if (Handle.Get<ManagerState>(manager, HandleKind.Manager) is not { } state)
        {
            return 0;
        }

        HeapLimit.Check();
        return Handle.Add(HandleKind.Iterator, new Enumerator<BatteryDevice>(state.Read().Batteries));
    }

    private static int Refresh((nint Manager, nint Battery) handles)
    {
        if (Handle.Get<ManagerState>(handles.Manager, HandleKind.Manager) is null
            || Handle.Get<BatteryDevice>(handles.Battery, HandleKind.Battery) is not { } device)
        {
            return (int)BatteryError.InvalidHandle;
        }

        if (!device.TryRefresh())
        {
            return (int)LastError.Set(BatteryError.NotFound, $"battery {device.Snapshot.Name} was removed ({device.Location}); list the batteries again");
        }

        EstimatorSet.Add(device);
        return 0;
    }

    private static ExternalPower ExternalPower(nint manager) =>
        Handle.Get<ManagerState>(manager, HandleKind.Manager)?.ReadExternalPower().ExternalPower ?? Core.Model.ExternalPower.Unknown;

    private static uint AdapterPower(nint manager)
    {
        if (Handle.Get<ManagerState>(manager, HandleKind.Manager) is not { } state)
        {
            return UnknownValues.UInt32;
        }

        Measurement watts = state.ReadExternalPower().AdapterPower;
        if (!watts.IsKnown)
        {
            LastError.Set(BatteryError.UnknownValue, $"the adapter's power is unknown: {watts.Quality.Text()}");
        }

        return Getter.Rounded(watts.Times(Milli).Value);
    }

    private static nint Backend(nint manager) =>
        Handle.Get<ManagerState>(manager, HandleKind.Manager) is { } state ? (nint)NativeStrings.Allocate(state.Source.Backend) : 0;

    private static int Free(nint manager)
    {
        Handle.Free<ManagerState>(manager, HandleKind.Manager)?.Monitor.Close();
        return 0;
    }
}
