using System.Runtime.InteropServices;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>
/// The power adapters of the machine, and the ports for them: whether they are online, and how much they can supply. A battery whose
/// power flow is BATTERY_POWER_FLOW_DISCHARGING_ON_EXTERNAL_POWER supplies what the adapter does not. Windows reports no adapters.
/// </summary>
[Section(65, "Adapters")]
[Since("0.2.0")]
public static unsafe class AdapterExports
{
    /// <summary>Finds and reads the adapters, in natural order of their names. Batteries are not read, unless no adapter is online.</summary>
    /// <param name="manager">The manager.</param>
    /// <returns>An iterator, which <c>battery_adapter_iterator_free</c> frees; NULL on failure.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_iter_adapters")]
    public static AdapterIteratorHandle* Iterate(ManagerHandle* manager) => (AdapterIteratorHandle*)Guard.Run((nint)manager, (nint)0, &Iterate);

    /// <summary>Returns the next adapter, already read.</summary>
    /// <param name="iterator">The iterator.</param>
    /// <returns>
    /// An adapter, which <c>battery_adapter_free</c> frees; NULL at the end (the last error is then BATTERY_ERROR_NONE) and on an error.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_adapter_iterator_next")]
    public static AdapterHandle* Next(AdapterIteratorHandle* iterator) => (AdapterHandle*)Guard.Run((nint)iterator, (nint)0, &Next);

    /// <summary>
    /// Frees an iterator. The adapters that it returned remain valid. NULL is ignored. An invalid or already freed handle sets
    /// BATTERY_ERROR_INVALID_HANDLE.
    /// </summary>
    /// <param name="iterator">The iterator.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_adapter_iterator_free")]
    public static void FreeIterator(AdapterIteratorHandle* iterator) => Guard.KeepError((nint)iterator, 0, &FreeIterator);

    /// <summary>The name of an adapter.</summary>
    /// <param name="adapter">The adapter.</param>
    /// <returns>
    /// The name of the supply on Linux, for example <c>AC</c>; the model on macOS. A string, which <c>battery_str_free</c> frees; NULL if
    /// it has none (the last error is then BATTERY_ERROR_NONE) or on an error.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_adapter_get_name")]
    public static byte* GetName([Const] AdapterHandle* adapter) => (byte*)Guard.Run((nint)adapter, (nint)0, &Name);

    /// <summary>Copies the values of an adapter.</summary>
    /// <param name="adapter">The adapter.</param>
    /// <param name="info">The struct that is written.</param>
    /// <param name="size"><c>sizeof(battery_adapter_info)</c>, as for <c>battery_get_info</c>.</param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_adapter_get_info")]
    public static int GetInfo([Const] AdapterHandle* adapter, AdapterInfo* info, nuint size) => Guard.Status(((nint)adapter, (nint)info, size), &CopyInfo);

    /// <summary>Frees an adapter. NULL is ignored. An invalid or already freed handle sets BATTERY_ERROR_INVALID_HANDLE.</summary>
    /// <param name="adapter">The adapter.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_adapter_free")]
    public static void Free(AdapterHandle* adapter) => Guard.KeepError((nint)adapter, 0, &Free);

    private static nint Iterate(nint manager)
    {
        if (Handle.Get<ManagerState>(manager, HandleKind.Manager) is not { } state)
        {
            return 0;
        }

        HeapLimit.Check();
        return Handle.Add(HandleKind.AdapterIterator, new Enumerator<Adapter>(state.ReadAdapters()));
    }

    private static nint Next(nint iterator) => Handle.Next<Adapter>(iterator, HandleKind.AdapterIterator, HandleKind.Adapter);

    private static nint Name(nint adapter) =>
        Handle.Get<Adapter>(adapter, HandleKind.Adapter)?.Name is { } name ? (nint)NativeStrings.Allocate(name) : 0;

    private static int CopyInfo((nint Adapter, nint Target, nuint Size) arguments) =>
        StructCopy.Copy<Adapter, AdapterInfo>(arguments, HandleKind.Adapter, "adapter_info", AdapterInfo.Of);

    private static int FreeIterator(nint iterator)
    {
        Handle.Free<Enumerator<Adapter>>(iterator, HandleKind.AdapterIterator);
        return 0;
    }

    private static int Free(nint adapter)
    {
        Handle.Free<Adapter>(adapter, HandleKind.Adapter);
        return 0;
    }
}
