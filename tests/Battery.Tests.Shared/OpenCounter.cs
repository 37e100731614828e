using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Battery.Tests.Shared;

/// <summary>Counts how often files are opened, by inotify.</summary>
public sealed unsafe partial class OpenCounter : IDisposable
{
    private const int NonBlocking = 0x800;
    private const uint Opened = 0x20;

    // struct inotify_event: watch, mask, cookie, length of the name behind it.
    private const int EventSize = 16;

    private readonly int _descriptor = inotify_init1(NonBlocking);

    /// <summary>Starts to count.</summary>
    public OpenCounter(params IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            fixed (byte* path = Encoding.UTF8.GetBytes(file + "\0"))
            {
                Assert.True(inotify_add_watch(_descriptor, path, Opened) >= 0, $"cannot watch {file}");
            }
        }
    }

    /// <summary>How many times a file was opened since the last call.</summary>
    public int Take()
    {
        // inotify merges equal consecutive events that were not read yet, which does not matter where files are opened in turn.
        int count = 0;
        byte[] buffer = new byte[65536];
        fixed (byte* start = buffer)
        {
            for (nint length = read(_descriptor, start, (nuint)buffer.Length); length > 0; length = read(_descriptor, start, (nuint)buffer.Length))
            {
                for (int offset = 0; offset < length; offset += EventSize + BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(offset + 12)))
                {
                    count++;
                }
            }
        }

        return count;
    }

    public void Dispose() => _ = close(_descriptor);

#pragma warning disable IDE1006 // The names of libc.
    [LibraryImport("libc")]
    private static partial int inotify_init1(int flags);

    [LibraryImport("libc")]
    private static partial int inotify_add_watch(int descriptor, byte* path, uint mask);

    [LibraryImport("libc")]
    private static partial nint read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
#pragma warning restore IDE1006
}
