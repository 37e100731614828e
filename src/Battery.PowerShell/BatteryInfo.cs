using System.ComponentModel;
using Battery.PowerShell.Remoting;

namespace Battery;

/// <summary>
/// The values of one battery at one moment. A plain object without handles, so it can be kept, compared and sent to
/// another machine. What the machine does not tell is null (or Unknown), never 0.
/// </summary>
[TypeConverter(typeof(SnapshotConverter))]
public sealed class BatteryInfo
{
    /// <summary>The name that the system gives the battery, as BAT0.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Battery or UPS.</summary>
    public BatteryKind Kind { get; init; }

    /// <summary>The machine's own battery or a peripheral's.</summary>
    public BatteryScope Scope { get; init; }

    /// <summary>What the battery is doing; Unknown where the machine does not tell.</summary>
    public BatteryState State { get; init; }

    /// <summary>State of charge, 0 to 100 %; null where the machine does not tell.</summary>
    public double? Percentage { get; init; }

    /// <summary>Energy left, Wh; null where the machine does not tell. Where it counts charge, this is charge times the design voltage, else times the present one.</summary>
    public double? Energy { get; init; }

    /// <summary>Energy when full, as it is today, Wh; null where the machine does not tell.</summary>
    public double? EnergyFull { get; init; }

    /// <summary>Energy when full, as it was designed, Wh; null where the machine does not tell.</summary>
    public double? EnergyFullDesign { get; init; }

    /// <summary>Power that flows in or out, W, a magnitude; the state gives the direction. Null where the machine does not tell.</summary>
    public double? EnergyRate { get; init; }

    /// <summary>Voltage, V; null where the machine does not tell.</summary>
    public double? Voltage { get; init; }

    /// <summary>Temperature, °C; null where the machine does not tell.</summary>
    public double? Temperature { get; init; }

    /// <summary>State of health: full energy over designed full energy, %; may pass 100 on a new battery. Null when either is not known.</summary>
    public double? StateOfHealth { get; init; }

    /// <summary>Charge cycles so far; null where the machine does not tell; 0 and 65535 are what drivers write when they do not know.</summary>
    public int? CycleCount { get; init; }

    /// <summary>The chemistry; Unknown where the machine does not tell.</summary>
    public BatteryTechnology Technology { get; init; }

    /// <summary>The manufacturer's name; null where the machine does not tell.</summary>
    public string? Vendor { get; init; }

    /// <summary>The model's name; null where the machine does not tell.</summary>
    public string? Model { get; init; }

    /// <summary>The serial number, a text; null where the machine does not tell.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Time until full, whole seconds; null but while charging, and when it cannot be told or is over ten days.</summary>
    public TimeSpan? TimeToFull { get; init; }

    /// <summary>Time until empty, whole seconds; null but while discharging, and when it cannot be told or is over ten days.</summary>
    public TimeSpan? TimeToEmpty { get; init; }

    /// <summary>Percentage below which charging begins; null where the machine has no such limit.</summary>
    public double? ChargeStartThreshold { get; init; }

    /// <summary>Percentage at which charging ends; null where the machine has no such limit.</summary>
    public double? ChargeEndThreshold { get; init; }

    /// <summary>The coarse level that some batteries report; Unknown for the others.</summary>
    public CapacityLevel CapacityLevel { get; init; }

    /// <summary>The day of manufacture, at 0:00 UTC; null where the machine does not tell.</summary>
    public DateTime? ManufactureDate { get; init; }

    /// <summary>When the values were read, UTC.</summary>
    public DateTime Timestamp { get; init; }

    /// <summary>Charge left, Ah; null of a battery that does not count charge.</summary>
    public double? Charge { get; init; }

    /// <summary>Charge when full, as it is today, Ah; null of a battery that does not count charge.</summary>
    public double? ChargeFull { get; init; }

    /// <summary>Charge when full, as it was designed, Ah; null of a battery that does not count charge.</summary>
    public double? ChargeFullDesign { get; init; }

    /// <summary>Current, A, negative while the battery loses charge; null where the machine does not tell.</summary>
    public double? Current { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
