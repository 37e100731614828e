using Battery.Core.Model;

namespace Battery.Ffi.Exports;

/// <summary>
/// Refuses new managers, lists and waits when half of the heap is in use. The rest is for all other functions: a static
/// constructor, of the library or of the framework, that fails for want of memory never runs again, and what needs it would
/// fail until the process ends.
/// </summary>
internal static class HeapLimit
{
    // The collector keeps a quarter of the range for large objects; the last quarter is enough for the largest recording. The
    // limit of a container, or a setting of the runtime's, may be lower than the range.
    private static readonly long s_limit = Math.Min(HeapRange.Bytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) / 2;

    /// <summary>Call before work whose result the caller keeps.</summary>
    /// <exception cref="BatteryException">Memory is used up.</exception>
    public static void Check()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) < s_limit)
        {
            return;
        }

        // What is counted includes what is no longer used.
        GC.Collect();
        if (GC.GetTotalMemory(forceFullCollection: false) >= s_limit)
        {
            throw new BatteryException(
                BatteryError.OutOfMemory, "the memory of the library is used up; free batteries, iterators and managers that are no longer needed");
        }
    }
}
