using System.Runtime.InteropServices;

namespace Battery.Core.Linux.Native;

/// <summary>System calls. Paths are NUL-terminated bytes: a file name on Linux need not be UTF-8.</summary>
internal static unsafe partial class LibC
{
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int NoControllingTerminal = 0x100;
    public const int Truncate = 0x200;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    private const long SysfsMagic = 0x62656572;
    private const nuint GetOwningUserNamespace = 0xB701;

    // struct stat as 64-bit words on 64-bit Linux: at most 144 bytes; these members have the same offset on every architecture.
    private const int StatLength = 32;
    private const int StatDevice = 0;
    private const int StatInode = 1;
    private const int StatModified = 11;

    // The bits of the mode that are the type, and those that let somebody write.
    private const int TypeMask = 0xF000;
    private const int WriteMask = 0x92;

    // struct dirent on 64-bit Linux, with glibc and with musl: inode, offset, record length, type, then the name.
    private const int NameInDirectoryEntry = 19;

    /// <summary>Fails to open a symbolic link; its number differs.</summary>
    public static int NoFollow => RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x8000 : 0x20000;

    // The mode is the lower half of a word whose place differs.
    private static int StatMode => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 3 : 2;

    public static int LastError => Marshal.GetLastPInvokeError();

    public static int Open(ReadOnlySpan<byte> path, int flags)
    {
        fixed (byte* start = path)
        {
            return open(start, flags);
        }
    }

    /// <summary>Reads at an offset, without changing the file position.</summary>
    public static nint ReadAt(int descriptor, Span<byte> buffer, long offset)
    {
        fixed (byte* start = buffer)
        {
            return pread(descriptor, start, (nuint)buffer.Length, (nint)offset);
        }
    }

    /// <summary>Writes in one call.</summary>
    public static nint Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            return write(descriptor, start, (nuint)bytes.Length);
        }
    }

    /// <summary>Gets the identity of the directory at a path; the default if there is none.</summary>
    public static DirectoryStamp Identify(ReadOnlySpan<byte> path)
    {
        long* information = stackalloc long[StatLength];
        fixed (byte* start = path)
        {
            return stat(start, information) == 0
                ? new(information[StatDevice], information[StatInode], information[StatModified], information[StatModified + 1])
                : default;
        }
    }

    /// <summary>Gets the type of the file at a path, as in st_mode; 0 if there is none.</summary>
    public static int TypeOf(ReadOnlySpan<byte> path) => ModeOf(path) & TypeMask;

    /// <summary>Whether anybody may write the file at a path.</summary>
    public static bool IsWritable(ReadOnlySpan<byte> path) => (ModeOf(path) & WriteMask) != 0;

    /// <summary>Opens a directory; 0 on failure.</summary>
    public static nint OpenDirectory(ReadOnlySpan<byte> path)
    {
        fixed (byte* start = path)
        {
            return opendir(start);
        }
    }

    /// <summary>The name of a directory's next entry, valid until the next call; empty at the end.</summary>
    public static ReadOnlySpan<byte> NextName(nint directory)
    {
        byte* entry = readdir(directory);
        return entry is null ? [] : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(entry + NameInDirectoryEntry);
    }

    public static void CloseDirectory(nint directory) => _ = closedir(directory);

    /// <summary>Whether a path is on sysfs, not a copy.</summary>
    public static bool IsSysfs(ReadOnlySpan<byte> path)
    {
        // struct statfs is 120 bytes on 64-bit Linux and begins with the file system's type.
        long* information = stackalloc long[32];
        fixed (byte* start = path)
        {
            return statfs(start, information) == 0 && information[0] == SysfsMagic;
        }
    }

    /// <summary>Whether an open file is on sysfs, not a copy.</summary>
    public static bool IsSysfs(int descriptor)
    {
        long* information = stackalloc long[32];
        return fstatfs(descriptor, information) == 0 && information[0] == SysfsMagic;
    }

    /// <summary>A descriptor of the user namespace that owns another namespace, or -1.</summary>
    public static int OwningUserNamespace(int descriptor) => ioctl(descriptor, GetOwningUserNamespace);

    /// <summary>The target of a descriptor's link in /proc; empty on failure.</summary>
    public static ReadOnlySpan<byte> ReadDescriptorLink(int descriptor, Span<byte> buffer)
    {
        byte[] path = SysfsPath.Of($"/proc/self/fd/{descriptor}");
        fixed (byte* name = path, start = buffer)
        {
            return buffer[..(int)Math.Max(0, readlink(name, start, (nuint)buffer.Length))];
        }
    }

    // Not by statx, which has the same layout everywhere: musl has it since 1.2.5 only.
    private static int ModeOf(ReadOnlySpan<byte> path)
    {
        long* information = stackalloc long[StatLength];
        fixed (byte* start = path)
        {
            return stat(start, information) == 0 ? (int)information[StatMode] : 0;
        }
    }

#pragma warning disable IDE1006 // The names of libc.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte* path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint pread(int descriptor, byte* buffer, nuint count, nint offset);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, byte* bytes, nuint count);

    [LibraryImport("libc")]
    private static partial int stat(byte* path, long* information);

    [LibraryImport("libc")]
    private static partial int fstatfs(int descriptor, long* information);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint opendir(byte* path);

    [LibraryImport("libc")]
    private static partial byte* readdir(nint directory);

    [LibraryImport("libc")]
    private static partial int closedir(nint directory);

    [LibraryImport("libc")]
    private static partial int statfs(byte* path, long* information);

    [LibraryImport("libc")]
    private static partial int ioctl(int descriptor, nuint request);

    [LibraryImport("libc")]
    private static partial nint readlink(byte* path, byte* buffer, nuint size);
#pragma warning restore IDE1006
}
