using System.Runtime.InteropServices;

namespace Battery.Core.Linux;

/// <summary>The system calls that reading needs.</summary>
internal static partial class LibC
{
    public const int ReadOnly = 0;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    public static int LastError => Marshal.GetLastPInvokeError();

    public static unsafe int Open(byte[] path, int flags)
    {
        fixed (byte* start = path)
        {
            return open(start, flags);
        }
    }

    public static unsafe nint Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            return read(descriptor, start, (nuint)buffer.Length);
        }
    }

    public static void Close(int descriptor) => _ = close(descriptor);

#pragma warning disable IDE1006 // The names are the system's.
    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial int open(byte* path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial nint read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
#pragma warning restore IDE1006
}
