using System.Text;
using Battery.Core.Linux.Control;
using Battery.Core.Linux.Native;

namespace Battery.Core.Linux.Live;

/// <summary>A directory in the file system.</summary>
internal sealed class SysfsDirectory : ISupplyDirectory
{
    private readonly byte[] _path;
    private readonly bool _isWritable;

    private SysfsDirectory(byte[] path, string name, bool isWritable)
    {
        _path = path;
        Name = name;
        _isWritable = isWritable;
    }

    public SysfsDirectory(string path, bool isWritable = false)
        : this(SysfsPath.Of(path), Path.GetFileName(path), isWritable)
    {
    }

    public string Name { get; }

    public string Location => Encoding.UTF8.GetString(_path.AsSpan(0, _path.Length - 1));

    public bool IsSysfs => LibC.IsSysfs(_path);

    public bool Exists => Probe() is not (Errno.NoEntry or Errno.NotAFolder or Errno.NoDevice);

    public DirectoryStamp Stamp => LibC.Identify(_path);

    public AttributeCache? Cache { get; set; }

    public IAttributeWriter? Writer => _isWritable ? new SysfsAttributeWriter(_path) : null;

    /// <summary>Whether the bytes are its name.</summary>
    public bool IsNamed(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> path = _path.AsSpan(0, _path.Length - 1);
        return path.EndsWith(name) && path[^(name.Length + 1)] == (byte)'/';
    }

    /// <summary>Opens the directory and closes it.</summary>
    /// <returns>The error number; 0 on success.</returns>
    public int Probe()
    {
        nint directory = LibC.OpenDirectory(_path);
        if (directory == 0)
        {
            return LibC.LastError;
        }

        LibC.CloseDirectory(directory);
        return 0;
    }

    public bool TryList(out List<byte[]> names) => TryList(out names, out _);

    /// <summary>Lists the directory.</summary>
    /// <param name="names">The names, in no order, without those that begin with a dot.</param>
    /// <param name="error">The system's error if it failed.</param>
    public bool TryList(out List<byte[]> names, out int error)
    {
        names = [];
        error = 0;
        nint directory = LibC.OpenDirectory(_path);
        if (directory == 0)
        {
            error = LibC.LastError;
            return false;
        }

        for (ReadOnlySpan<byte> name = LibC.NextName(directory); !name.IsEmpty; name = LibC.NextName(directory))
        {
            if (name[0] != (byte)'.')
            {
                names.Add(name.ToArray());
            }
        }

        LibC.CloseDirectory(directory);
        if (IdeapadDriver.IsOfBattery(Name) && IdeapadDriver.Find(_path) is not null)
        {
            names.Add(IdeapadDriver.FileName.ToArray());
        }

        return true;
    }

    public ISupplyFile File(ReadOnlySpan<byte> name) => new SysfsFile(
        (name.SequenceEqual(IdeapadDriver.FileName) ? IdeapadDriver.Find(_path) : null) ?? SysfsPath.Combine(_path, name));

    /// <summary>A subdirectory.</summary>
    public SysfsDirectory Directory(ReadOnlySpan<byte> name) => new(SysfsPath.Combine(_path, name), Encoding.UTF8.GetString(name), _isWritable);
}
