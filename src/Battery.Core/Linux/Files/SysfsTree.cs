using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux.Files;

/// <summary>A <c>power_supply</c> folder in the file system.</summary>
internal sealed class SysfsTree : ISupplyTree
{
    private readonly SysfsFolder _folder;

    /// <summary>The tree of a <c>power_supply</c> folder, which need not be there: a kernel without power supplies has none.</summary>
    public SysfsTree(string folder) => _folder = new(folder);

    /// <inheritdoc/>
    public List<ISupplyFolder> List()
    {
        if (_folder.TryList(out List<byte[]> names, out int error))
        {
            return names.ConvertAll<ISupplyFolder>(name => _folder.Folder(name));
        }

        // A kernel without power supplies has no such class: no batteries, and no error.
        return error is Errno.NoEntry or Errno.NotAFolder
            ? []
            : throw new BatteryException(Errno.OfPath(error), $"cannot list {_folder.Location}: {Errno.Text(error)}");
    }

    /// <inheritdoc/>
    public IChangeSignal OpenSignal() => UeventSignal.Open(_folder.IsSysfs);
}
