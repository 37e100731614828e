using System.Runtime.InteropServices;
using System.Text;
using Battery.Core.Linux.Native;

namespace Battery.Core.Recordings;

/// <summary>The kind of a file. The framework opens any kind, and to open a pipe is to wait for its other end, possibly for ever.</summary>
internal static unsafe partial class FileKind
{
    // Types as in st_mode.
    private const int Pipe = 0x1000;
    private const int Directory = 0x4000;
    private const int RegularFile = 0x8000;
    private const int AnotherType = 0xF000;

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

    // 0 if it is not known.
    private static int TypeOf(string path)
    {
        byte[] name = [.. Encoding.UTF8.GetBytes(path), 0];
        return OperatingSystem.IsLinux() ? LibC.TypeOf(name) : OperatingSystem.IsMacOS() ? TypeOnMacOS(name) : 0;
    }

    private static int TypeOnMacOS(byte[] path)
    {
        var wanted = new AttributeList { Count = AttributeLists, Common = ObjectType };
        AttributeReply reply;
        fixed (byte* name = path)
        {
            return getattrlist(name, &wanted, &reply, (nuint)sizeof(AttributeReply), 0) != 0 ? 0
                : reply.Type switch { VnodeRegular => RegularFile, VnodeDirectory => Directory, VnodePipe => Pipe, _ => AnotherType };
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

#pragma warning disable IDE1006 // The name is the system's.
    [LibraryImport("libc")]
    private static partial int getattrlist(byte* path, AttributeList* wanted, AttributeReply* reply, nuint size, uint options);
#pragma warning restore IDE1006
}
