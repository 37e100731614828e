using Battery.Core.Linux.Files;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.Linux.Recordings;

/// <summary>The <c>power_supply</c> tree that a recording holds.</summary>
internal sealed class RecordedTree(Recording recording) : ISupplyTree
{
    /// <inheritdoc/>
    public List<ISupplyFolder> List() => recording.Devices.ConvertAll<ISupplyFolder>(static device => new RecordedFolder(device));

    /// <inheritdoc/>
    public IChangeSignal OpenSignal() => new QuietSignal();
}
