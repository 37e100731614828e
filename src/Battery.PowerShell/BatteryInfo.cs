using System.ComponentModel;
using Battery.PowerShell.Remoting;

namespace Battery;

/// <summary>
/// The values of one battery at one moment. An object without handles that cannot be changed, so it can be kept, compared and sent to
/// another machine. What the machine does not tell is null (or Unknown), never 0.
/// </summary>
[TypeConverter(typeof(SnapshotConverter))]
public sealed class BatteryInfo
{
    /// <summary>The name that the system gives the battery, as BAT0.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>Battery or UPS.</summary>
    public BatteryKind Kind { get; internal init; }

    /// <summary>The machine's own battery or a peripheral's.</summary>
    public BatteryScope Scope { get; internal init; }

    /// <summary>What the battery is doing; Unknown where the machine does not tell.</summary>
    public BatteryState State { get; internal init; }

    /// <summary>State of charge, 0 to 100 %; null where the machine does not tell.</summary>
    public double? Percentage { get; internal init; }

    /// <summary>Energy left, Wh; null where the machine does not tell. Where it counts charge, this is charge times the design voltage, else times the present one.</summary>
    public double? Energy { get; internal init; }

    /// <summary>Energy when full, as it is today, Wh; null where the machine does not tell.</summary>
    public double? EnergyFull { get; internal init; }

    /// <summary>Energy when full, as it was designed, Wh; null where the machine does not tell.</summary>
    public double? EnergyFullDesign { get; internal init; }

    /// <summary>Power that flows in or out, W, a magnitude; the state gives the direction. Null where the machine does not tell.</summary>
    public double? EnergyRate { get; internal init; }

    /// <summary>Voltage, V; null where the machine does not tell.</summary>
    public double? Voltage { get; internal init; }

    /// <summary>Temperature, °C; null where the machine does not tell.</summary>
    public double? Temperature { get; internal init; }

    /// <summary>State of health: full energy over designed full energy, %; may pass 100 on a new battery. Null when either is not known.</summary>
    public double? StateOfHealth { get; internal init; }

    /// <summary>Charge cycles so far; null where the machine does not tell; 0 and 65535 are what drivers write when they do not know.</summary>
    public int? CycleCount { get; internal init; }

    /// <summary>The chemistry; Unknown where the machine does not tell.</summary>
    public BatteryTechnology Technology { get; internal init; }

    /// <summary>The manufacturer's name; null where the machine does not tell.</summary>
    public string? Vendor { get; internal init; }

    /// <summary>The model's name; null where the machine does not tell.</summary>
    public string? Model { get; internal init; }

    /// <summary>The serial number, a text; null where the machine does not tell.</summary>
    public string? SerialNumber { get; internal init; }

    /// <summary>Time until full, whole seconds; null but while charging, and when it cannot be told or is over ten days.</summary>
    public TimeSpan? TimeToFull { get; internal init; }

    /// <summary>Time until empty, whole seconds; null but while discharging, and when it cannot be told or is over ten days.</summary>
    public TimeSpan? TimeToEmpty { get; internal init; }

    /// <summary>Percentage below which charging begins; null where the machine has no such limit.</summary>
    public double? ChargeStartThreshold { get; internal init; }

    /// <summary>Percentage at which charging ends; null where the machine has no such limit.</summary>
    public double? ChargeEndThreshold { get; internal init; }

    /// <summary>The coarse level that some batteries report; Unknown for the others.</summary>
    public CapacityLevel CapacityLevel { get; internal init; }

    /// <summary>The day of manufacture, at 0:00 UTC; null where the machine does not tell.</summary>
    public DateTime? ManufactureDate { get; internal init; }

    /// <summary>When the values were read, UTC.</summary>
    public DateTime Timestamp { get; internal init; }

    /// <summary>Charge left, Ah; null of a battery that does not count charge.</summary>
    public double? Charge { get; internal init; }

    /// <summary>Charge when full, as it is today, Ah; null of a battery that does not count charge.</summary>
    public double? ChargeFull { get; internal init; }

    /// <summary>Charge when full, as it was designed, Ah; null of a battery that does not count charge.</summary>
    public double? ChargeFullDesign { get; internal init; }

    /// <summary>Current, A, negative while the battery loses charge; null where the machine does not tell.</summary>
    public double? Current { get; internal init; }

    /// <summary>Where the values were read: the path of a recording or of a folder instead of /sys, else the machine's name.</summary>
    public string Source { get; internal init; } = string.Empty;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
