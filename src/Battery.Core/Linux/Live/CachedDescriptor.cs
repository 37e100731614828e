using Battery.Core.Linux.Native;
using Battery.Core.Posix;

namespace Battery.Core.Linux.Live;

/// <summary>
/// The descriptor of a sysfs file, kept open between readings: a refresh then takes two system calls, and the kernel formats
/// the value again at each read. Only on sysfs: on another file system a file can be replaced under its name, and an open
/// descriptor would still read the old one. On sysfs every read fails after the device was removed.
/// </summary>
internal struct CachedDescriptor
{
    // A program that holds a thousand batteries must not reach its limit of open files because of them.
    private const int MaxKept = 64;

    private static int s_kept;

    private OwnDescriptor _descriptor;

    /// <summary>Whether a descriptor is kept.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Takes ownership of a descriptor.</summary>
    /// <returns>False if it is not kept; the caller then closes it.</returns>
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
    /// <returns>The number of bytes, or -1 on failure; the descriptor is then closed.</returns>
    public int Read(Span<byte> buffer)
    {
        int length = _descriptor.IsOpen ? (int)LibC.ReadAt(_descriptor.Number, buffer, 0) : -1;
        if (length < 0)
        {
            Close();
        }

        return length;
    }

    /// <summary>Closes the descriptor.</summary>
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
