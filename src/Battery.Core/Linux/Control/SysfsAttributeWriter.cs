using System.Text;
using Battery.Core.Linux.Live;
using Battery.Core.Linux.Native;
using Battery.Core.Posix;

namespace Battery.Core.Linux.Control;

/// <summary>Writes the attributes of a supply in the file system.</summary>
/// <param name="directory">The path of the supply, which ends in NUL.</param>
internal sealed class SysfsAttributeWriter(byte[] directory) : IAttributeWriter
{
    private const int LongestName = 256;

    // Beside the class of power supplies. A supply is a link, so that '..' after its name would lead elsewhere.
    private static ReadOnlySpan<byte> VendorOfClass => "../dmi/id/sys_vendor"u8;

    /// <inheritdoc/>
    public string? MachineVendor
    {
        get
        {
            Span<byte> buffer = stackalloc byte[LongestName];

            // A span: a part of an array, as an array, needs the runtime's type loader, which is 100 KB.
            ReadOnlySpan<byte> path = directory;
            using var file = new SysfsFile([.. path[..(path.LastIndexOf((byte)'/') + 1)], .. VendorOfClass, 0]);
            int length = file.Read(buffer, out _);
            return length <= 0 ? null : Encoding.UTF8.GetString(buffer[..length]).Trim();
        }
    }

    /// <inheritdoc/>
    public bool CanWrite(string name) => LibC.IsWritable(PathOf(name));

    /// <inheritdoc/>
    public int Write(string name, string text)
    {
        // Truncated for a copied tree; sysfs ignores it. A file that does not exist is not created, and a link is not followed.
        int descriptor = LibC.Open(
            PathOf(name),
            LibC.WriteOnly | LibC.Truncate | LibC.NoFollow | LibC.NonBlocking | LibC.NoControllingTerminal | LibC.CloseOnExec);
        if (descriptor < 0)
        {
            return LibC.LastError;
        }

        // A driver takes the text of one call as the whole value.
        byte[] bytes = [.. Encoding.ASCII.GetBytes(text), (byte)'\n'];
        nint count = LibC.Write(descriptor, bytes);
        int error = count < 0 ? LibC.LastError : count < bytes.Length ? Errno.InputOutput : 0;
        FileDescriptors.Close(descriptor);
        return error == Errno.Interrupted ? Write(name, text) : error;
    }

    private byte[] PathOf(string name) => SysfsPath.Combine(directory, Encoding.ASCII.GetBytes(name));
}
