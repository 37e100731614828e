using Battery.Core.Sources;

namespace Battery.Ffi.Exports;

/// <summary>What an iterator's handle stands for: the batteries that were found, and how far the walk is.</summary>
internal sealed class BatteryWalk(List<BatteryDevice> batteries)
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
