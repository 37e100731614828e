using Battery.Core.Model;
using Battery.Core.Recordings;

namespace Battery.Core.Sources;

/// <summary>The power supplies of one machine.</summary>
public interface IPowerSupplySource
{
    /// <summary>The name of the interface that is read, for example <c>sysfs</c>.</summary>
    string Backend { get; }

    /// <summary>Lists and reads the power supplies, each once.</summary>
    /// <param name="scopes">Which batteries are read. Other devices are not read.</param>
    /// <exception cref="BatteryException">The supplies cannot be listed, or access to all batteries is denied.</exception>
    MachineReading Read(SupplyScopes scopes);

    /// <summary>Records everything that the system reports about its power supplies.</summary>
    /// <param name="keepsSerialNumbers">False to mask serial numbers and addresses, which identify a machine.</param>
    /// <exception cref="BatteryException">The supplies cannot be listed.</exception>
    Recording Record(bool keepsSerialNumbers);

    /// <summary>Subscribes to the system's notifications; those that arrive from now on are kept until the next wait.</summary>
    /// <exception cref="BatteryException">The system does not let this process wait.</exception>
    IChangeNotifier OpenNotifier();
}
