using Battery.Core.Model;
using Battery.Core.Recordings;

namespace Battery.Core.Sources;

/// <summary>One system's way to tell what its power supplies are doing.</summary>
public interface IPowerSupplySource
{
    /// <summary>The way's name, as <c>sysfs</c>.</summary>
    string Backend { get; }

    /// <summary>Finds and reads all batteries, peripherals' too, in natural order of their names.</summary>
    /// <exception cref="BatteryException">The list as a whole cannot be had.</exception>
    List<BatteryDevice> ReadBatteries();

    /// <summary>Whether the machine is fed from outside.</summary>
    /// <exception cref="BatteryException">The list as a whole cannot be had.</exception>
    ExternalPower ReadExternalPower();

    /// <summary>The power that the adapter in use can give, W; unknown where none is in use or the system does not say.</summary>
    /// <exception cref="BatteryException">The adapter cannot be asked.</exception>
    Measurement ReadAdapterPower();

    /// <summary>Asks all that the system says of its power supplies, for another machine to read.</summary>
    /// <param name="keepsSerialNumbers">False to mask serial numbers and addresses, which tell one person's machine from another's.</param>
    /// <exception cref="BatteryException">The list as a whole cannot be had.</exception>
    Recording Record(bool keepsSerialNumbers);

    /// <summary>Opens the system's announcements of changes; what changes from now on is kept until somebody asks.</summary>
    /// <exception cref="BatteryException">The system does not let this process wait.</exception>
    IChangeNotifier OpenNotifier();
}
