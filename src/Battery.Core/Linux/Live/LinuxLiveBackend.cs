using Battery.Core.Linux.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux.Live;

/// <summary>A <c>power_supply</c> directory in the file system.</summary>
internal sealed class LinuxLiveBackend : ILinuxBackend
{
    private readonly SysfsDirectory _directory;

    /// <summary>Opens a <c>power_supply</c> directory, which need not exist: a kernel without power supplies has none.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="isWritable">Whether attributes can be written: not in a directory that was opened as a recording.</param>
    public LinuxLiveBackend(string path, bool isWritable) => _directory = new(path, isWritable);

    /// <inheritdoc/>
    public List<ISupplyDirectory> List()
    {
        if (_directory.TryList(out List<byte[]> names, out int error))
        {
            return names.ConvertAll<ISupplyDirectory>(name => _directory.Directory(name));
        }

        // A kernel without power supplies has no such class: no batteries, and no error.
        return error is Errno.NoEntry or Errno.NotAFolder
            ? []
            : throw new BatteryException(Errno.OfPath(error), $"cannot list {_directory.Location}: {Errno.Text(error)}");
    }

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => LinuxChangeNotifier.Open(_directory.IsSysfs);
}
