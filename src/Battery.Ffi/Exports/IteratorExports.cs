using System.Runtime.InteropServices;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>Iterating the batteries that <c>battery_manager_iter</c> found.</summary>
[Section(40, "Iterating batteries")]
[Since("0.1.0")]
public static unsafe class IteratorExports
{
    /// <summary>Returns the next battery, already read.</summary>
    /// <param name="iterator">The iterator.</param>
    /// <returns>A battery, which <c>battery_free</c> frees; NULL at the end (the last error is then BATTERY_ERROR_NONE) and on an error.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_iterator_next")]
    public static BatteryHandle* Next(IteratorHandle* iterator) => (BatteryHandle*)Guard.Run((nint)iterator, (nint)0, &Next);

    /// <summary>
    /// Frees an iterator. The batteries that it returned remain valid. NULL is ignored. An invalid or already freed handle
    /// sets BATTERY_ERROR_INVALID_HANDLE.
    /// </summary>
    /// <param name="iterator">The iterator.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_iterator_free")]
    public static void Free(IteratorHandle* iterator) => Guard.KeepError((nint)iterator, 0, &Free);

    private static nint Next(nint iterator) => Handle.Next<BatteryDevice>(iterator, HandleKind.Iterator, HandleKind.Battery);

    private static int Free(nint iterator)
    {
        Handle.Free<Enumerator<BatteryDevice>>(iterator, HandleKind.Iterator);
        return 0;
    }
}
