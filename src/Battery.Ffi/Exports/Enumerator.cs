namespace Battery.Ffi.Exports;

/// <summary>The state behind an iterator's handle: what was found, and the position.</summary>
internal sealed class Enumerator<T>(List<T> items)
    where T : class
{
    private int _next = -1;

    /// <summary>The next item, or null at the end. Two threads never get the same one.</summary>
    public T? Next()
    {
        if (_next >= items.Count)
        {
            return null;
        }

        int index = Interlocked.Increment(ref _next);
        return index < items.Count ? items[index] : null;
    }
}
