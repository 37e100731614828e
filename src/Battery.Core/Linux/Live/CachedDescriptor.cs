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

    private int _descriptor;
    private LibC.FileIdentity _identity;

    /// <summary>Whether one is kept.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Keeps a descriptor.</summary>
    /// <returns>False where it is not to be kept; it is the caller's to close then.</returns>
    public bool TryAdopt(int descriptor)
    {
        if (Interlocked.Increment(ref s_kept) <= MaxKept && LibC.IsSysfs(descriptor) && LibC.TryIdentify(descriptor, out _identity))
        {
            _descriptor = descriptor;
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
        int length = IsMine ? (int)LibC.ReadAt(_descriptor, buffer, 0) : -1;
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

        // A program that closed all its descriptors may have another file under the number by now.
        if (IsMine)
        {
            LibC.Close(_descriptor);
        }

        IsOpen = false;
        Interlocked.Decrement(ref s_kept);
    }

    private readonly bool IsMine => LibC.TryIdentify(_descriptor, out LibC.FileIdentity now) && now == _identity;
}
