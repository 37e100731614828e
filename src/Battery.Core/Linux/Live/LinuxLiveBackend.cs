using Battery.Core.Linux.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux.Live;

/// <summary>A <c>power_supply</c> directory in the file system.</summary>
internal sealed class LinuxLiveBackend : ILinuxBackend
{
    private readonly SysfsDirectory _directory;

    // Of the last list. Replaced, never changed: several threads may list at once.
    private List<ISupplyDirectory> _supplies = [];

    /// <summary>Opens a <c>power_supply</c> directory, which need not exist: a kernel without power supplies has none.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="isWritable">Whether attributes can be written: not in a directory that was opened as a recording.</param>
    public LinuxLiveBackend(string path, bool isWritable) => _directory = new(path, isWritable);

    /// <inheritdoc/>
    public List<ISupplyDirectory> List()
    {
        if (!_directory.TryList(out List<byte[]> names, out int error))
        {
            // A kernel without power supplies has no such class: no batteries, and no error.
            return error is Errno.NoEntry or Errno.NotAFolder
                ? []
                : throw new BatteryException(Errno.OfPath(error), $"cannot list {_directory.Location}: {Errno.Text(error)}");
        }

        // A supply that was there before keeps its directory, which has a cache.
        List<ISupplyDirectory> before = _supplies;
        List<ISupplyDirectory> now = names.ConvertAll(name => Find(before, name) ?? _directory.Directory(name));
        now.Sort(ISupplyDirectory.Compare);
        return _supplies = now;
    }

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => LinuxChangeNotifier.Open(_directory.IsSysfs);

    private static ISupplyDirectory? Find(List<ISupplyDirectory> supplies, byte[] name)
    {
        foreach (ISupplyDirectory supply in supplies)
        {
            if (((SysfsDirectory)supply).IsNamed(name))
            {
                return supply;
            }
        }

        return null;
    }
}
