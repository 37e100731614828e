using System.Text;
using Battery.Core.Linux.Native;

namespace Battery.Core.Linux.Live;

/// <summary>A folder of a tree in the file system.</summary>
internal sealed class SysfsDirectory : ISupplyDirectory
{
    private readonly byte[] _path;

    private SysfsDirectory(byte[] path, string name)
    {
        _path = path;
        Name = name;
    }

    public SysfsDirectory(string path)
        : this(SysfsPath.Of(path), Path.GetFileName(path))
    {
    }

    public string Name { get; }

    public string Location => Encoding.UTF8.GetString(_path.AsSpan(0, _path.Length - 1));

    /// <summary>Whether it lies on the kernel's sysfs, and not in a copy.</summary>
    public bool IsSysfs => LibC.IsSysfs(_path);

    public bool Exists
    {
        get
        {
            nint folder = LibC.OpenFolder(_path);
            if (folder == 0)
            {
                return LibC.LastError is not (Errno.NoEntry or Errno.NotAFolder or Errno.NoDevice);
            }

            LibC.CloseFolder(folder);
            return true;
        }
    }

    public DirectoryStamp Stamp => LibC.Identify(_path);

    public bool TryList(out List<byte[]> names) => TryList(out names, out _);

    /// <summary>Lists the folder.</summary>
    /// <param name="names">The names, in no order, without those that begin with a dot (sysfs has none, but for . and ..).</param>
    /// <param name="error">The system's error where it failed.</param>
    public bool TryList(out List<byte[]> names, out int error)
    {
        names = [];
        error = 0;
        nint folder = LibC.OpenFolder(_path);
        if (folder == 0)
        {
            error = LibC.LastError;
            return false;
        }

        for (ReadOnlySpan<byte> name = LibC.NextName(folder); !name.IsEmpty; name = LibC.NextName(folder))
        {
            if (name[0] != (byte)'.')
            {
                names.Add(name.ToArray());
            }
        }

        LibC.CloseFolder(folder);
        return true;
    }

    public ISupplyFile File(ReadOnlySpan<byte> name) => new SysfsFile(SysfsPath.Combine(_path, name));

    /// <summary>A folder in it.</summary>
    public SysfsDirectory Folder(ReadOnlySpan<byte> name) => new(SysfsPath.Combine(_path, name), Encoding.UTF8.GetString(name));
}
