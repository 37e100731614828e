using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux.Files;

/// <summary>A <c>power_supply</c> tree: the kernel's, a copy of one, or what a recording holds of one.</summary>
internal interface ISupplyTree
{
    /// <summary>The folders of the supplies that are there now, in no order.</summary>
    /// <exception cref="BatteryException">The tree cannot be listed.</exception>
    List<ISupplyFolder> List();

    /// <summary>Opens the announcements of what changes in the tree.</summary>
    /// <exception cref="BatteryException">The system does not let this process wait.</exception>
    IChangeSignal OpenSignal();
}
