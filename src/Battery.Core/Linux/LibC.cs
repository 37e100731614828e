using System.Runtime.InteropServices;

namespace Battery.Core.Linux;

/// <summary>The calls to the system that reading needs. Paths are bytes that end in NUL: a name on Linux need not be UTF-8.</summary>
internal static unsafe partial class LibC
{
    public const int ReadOnly = 0;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    // struct dirent on 64-bit Linux, with glibc and with musl: inode, offset, record length, type, then the name.
    private const int NameInDirectoryEntry = 19;

    public static int LastError => Marshal.GetLastPInvokeError();

    public static int Open(ReadOnlySpan<byte> path, int flags)
    {
        fixed (byte* start = path)
        {
            return open(start, flags);
        }
    }

    public static nint Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            return read(descriptor, start, (nuint)buffer.Length);
        }
    }

    public static void Close(int descriptor) => _ = close(descriptor);

    /// <summary>A folder's handle, or 0.</summary>
    public static nint OpenFolder(ReadOnlySpan<byte> path)
    {
        fixed (byte* start = path)
        {
            return opendir(start);
        }
    }

    /// <summary>The name of a folder's next entry, good until the next call; empty at the end.</summary>
    public static ReadOnlySpan<byte> NextName(nint folder)
    {
        byte* entry = readdir(folder);
        return entry is null ? [] : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(entry + NameInDirectoryEntry);
    }

    public static void CloseFolder(nint folder) => _ = closedir(folder);

#pragma warning disable IDE1006 // The names are the system's.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte* path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint opendir(byte* path);

    [LibraryImport("libc")]
    private static partial byte* readdir(nint folder);

    [LibraryImport("libc")]
    private static partial int closedir(nint folder);
#pragma warning restore IDE1006
}
