using Battery.Core.Linux.Native;

namespace Battery.Core.Linux.Live;

/// <summary>
/// The descriptor of a file of sysfs, kept open from one reading to the next: reading it anew takes two calls, and the
/// kernel makes the text anew each time. Only on sysfs: elsewhere a file can be replaced under its name, and the kept
/// one would go on telling of the old. There a device that goes makes every read fail.
/// </summary>
internal struct CachedDescriptor
{
    // A program that holds a thousand batteries open must not find its own files refused.
    private const int MaxKept = 64;

    private static int s_kept;

    private OwnDescriptor _descriptor;

    /// <summary>Whether one is kept.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Keeps a descriptor.</summary>
    /// <returns>False where it is not to be kept; it is the caller's to close then.</returns>
    public bool TryAdopt(int descriptor)
    {
        if (Interlocked.Increment(ref s_kept) <= MaxKept && LibC.IsSysfs(descriptor) && OwnDescriptor.Of(descriptor) is { Number: >= 0 } own)
        {
            _descriptor = own;
            IsOpen = true;
            return true;
        }

        Interlocked.Decrement(ref s_kept);
        return false;
    }

    /// <summary>Reads the file from its beginning.</summary>
    /// <returns>How many bytes were read, or -1: it is closed then.</returns>
    public int Read(Span<byte> buffer)
    {
        int length = _descriptor.IsOpen ? (int)LibC.ReadAt(_descriptor.Number, buffer, 0) : -1;
        if (length < 0)
        {
            Close();
        }

        return length;
    }

    /// <summary>Closes it.</summary>
    public void Close()
    {
        if (!IsOpen)
        {
            return;
        }

        _descriptor.Close();
        IsOpen = false;
        Interlocked.Decrement(ref s_kept);
    }
}
