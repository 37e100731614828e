using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Windows;

/// <summary>What a Windows machine answers about its power: the running system, or a recording of another one.</summary>
internal interface IBatteryMachine
{
    /// <summary>The devices of the battery class, in any order, empty bays too.</summary>
    /// <exception cref="BatteryException">The list as a whole cannot be had.</exception>
    List<IBatteryPort> ListPorts();

    /// <summary>Writes the bytes of SYSTEM_POWER_STATUS.</summary>
    /// <returns>0, or an error of <see cref="Win32Error"/>.</returns>
    int QueryPowerStatus(Span<byte> answer);

    /// <summary>Opens the system's announcements of changes.</summary>
    IChangeSignal OpenSignal();
}
