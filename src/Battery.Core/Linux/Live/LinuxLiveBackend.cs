using Battery.Core.Linux.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux.Live;

/// <summary>A <c>power_supply</c> folder in the file system.</summary>
internal sealed class LinuxLiveBackend : ILinuxBackend
{
    private readonly SysfsDirectory _folder;

    /// <summary>The tree of a <c>power_supply</c> folder, which need not be there: a kernel without power supplies has none.</summary>
    public LinuxLiveBackend(string folder) => _folder = new(folder);

    /// <inheritdoc/>
    public List<ISupplyDirectory> List()
    {
        if (_folder.TryList(out List<byte[]> names, out int error))
        {
            return names.ConvertAll<ISupplyDirectory>(name => _folder.Folder(name));
        }

        return error switch
        {
            // A kernel without power supplies has no such class: no batteries, and no error.
            Errno.NoEntry or Errno.NotAFolder => [],
            Errno.AccessDenied => throw new BatteryException(
                BatteryError.PermissionDenied,
                $"cannot list {_folder.Location}: permission denied; run as a user who may read it"),
            _ => throw new BatteryException(BatteryError.Io, $"cannot list {_folder.Location}: the system answered with error {error}"),
        };
    }

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => LinuxChangeNotifier.Open(_folder.IsSysfs);
}
