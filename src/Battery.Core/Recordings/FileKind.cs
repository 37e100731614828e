using System.Runtime.InteropServices;
using System.Text;

namespace Battery.Core.Recordings;

/// <summary>The kind of a file. The framework opens any kind, and to open a pipe is to wait for its other end, possibly for ever.</summary>
internal static unsafe partial class FileKind
{
    // struct statx of Linux is 256 bytes on every processor, with the mode after 28.
    private const int StatxLength = 256;
    private const int StatxMode = 28;
    private const uint StatxTypeAndMode = 3;
    private const int CurrentFolder = -100;
    private const int TypeMask = 0xF000;
    private const int Pipe = 0x1000;
    private const int Directory = 0x4000;
    private const int RegularFile = 0x8000;

    // getattrlist of macOS: one attribute, the object's type.
    private const ushort AttributeLists = 5;
    private const uint ObjectType = 8;
    private const uint VnodeRegular = 1;
    private const uint VnodeDirectory = 2;
    private const uint VnodePipe = 7;

    /// <summary>
    /// Whether a path, after symbolic links, is a pipe, a socket or a device. False if it does not exist, and on Windows, where
    /// the framework refuses these.
    /// </summary>
    public static bool IsSpecial(string path) => TypeOf(path) is not (0 or RegularFile or Directory);

    /// <summary>Whether a path, after symbolic links, is a pipe, which waits for its other end when it is opened.</summary>
    public static bool IsPipe(string path) => TypeOf(path) == Pipe;

    // The type as in st_mode; 0 if it is not known.
    private static int TypeOf(string path)
    {
        byte[] name = [.. Encoding.UTF8.GetBytes(path), 0];
        return OperatingSystem.IsLinux() ? TypeOnLinux(name) : OperatingSystem.IsMacOS() ? TypeOnMacOS(name) : 0;
    }

    private static int TypeOnLinux(byte[] path)
    {
        byte* information = stackalloc byte[StatxLength];
        fixed (byte* name = path)
        {
            return statx(CurrentFolder, name, 0, StatxTypeAndMode, information) == 0 ? *(ushort*)(information + StatxMode) & TypeMask : 0;
        }
    }

    private static int TypeOnMacOS(byte[] path)
    {
        var wanted = new AttributeList { Count = AttributeLists, Common = ObjectType };
        AttributeReply reply;
        fixed (byte* name = path)
        {
            return getattrlist(name, &wanted, &reply, (nuint)sizeof(AttributeReply), 0) != 0 ? 0
                : reply.Type switch { VnodeRegular => RegularFile, VnodeDirectory => Directory, VnodePipe => Pipe, _ => TypeMask };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct AttributeList
    {
        public ushort Count;
        public ushort Reserved;
        public uint Common;
        public uint Volume;
        public uint Directory;
        public uint File;
        public uint Fork;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct AttributeReply
    {
        public uint Length;
        public uint Type;
    }

#pragma warning disable IDE1006 // The names are the system's.
    [LibraryImport("libc")]
    private static partial int statx(int folder, byte* path, int flags, uint mask, byte* information);

    [LibraryImport("libc")]
    private static partial int getattrlist(byte* path, AttributeList* wanted, AttributeReply* reply, nuint size, uint options);
#pragma warning restore IDE1006
}
