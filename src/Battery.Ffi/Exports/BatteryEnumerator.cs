using Battery.Core.Sources;

namespace Battery.Ffi.Exports;

/// <summary>The state behind an iterator's handle: the batteries that were found, and the position.</summary>
internal sealed class BatteryEnumerator(List<BatteryDevice> batteries)
{
    private int _next = -1;

    /// <summary>The next battery, or null at the end. Two threads never get the same one.</summary>
    public BatteryDevice? Next()
    {
        if (_next >= batteries.Count)
        {
            return null;
        }

        int index = Interlocked.Increment(ref _next);
        return index < batteries.Count ? batteries[index] : null;
    }
}
