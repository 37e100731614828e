namespace Battery;

/// <summary>
/// The values of one battery at one moment. A plain object without handles, so it can be kept, compared and sent to
/// another machine. What the machine does not tell is null (or Unknown), never 0.
/// </summary>
public sealed class BatteryInfo
{
    /// <summary>The name that the system gives the battery, as BAT0.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Battery or UPS.</summary>
    public BatteryKind Kind { get; init; }

    /// <summary>The machine's own battery or a peripheral's.</summary>
    public BatteryScope Scope { get; init; }

    /// <summary>What the battery is doing.</summary>
    public BatteryState State { get; init; }

    /// <summary>State of charge, 0 to 100 %.</summary>
    public double? Percentage { get; init; }

    /// <summary>Energy left, Wh.</summary>
    public double? Energy { get; init; }

    /// <summary>Energy when full, as it is today, Wh.</summary>
    public double? EnergyFull { get; init; }

    /// <summary>Energy when full, as it was designed, Wh.</summary>
    public double? EnergyFullDesign { get; init; }

    /// <summary>Power that flows in or out, W, a magnitude; the state gives the direction.</summary>
    public double? EnergyRate { get; init; }

    /// <summary>Voltage, V.</summary>
    public double? Voltage { get; init; }

    /// <summary>Temperature, °C.</summary>
    public double? Temperature { get; init; }

    /// <summary>State of health: full energy over designed full energy, %; may pass 100.</summary>
    public double? StateOfHealth { get; init; }

    /// <summary>Charge cycles so far.</summary>
    public int? CycleCount { get; init; }

    /// <summary>The chemistry.</summary>
    public BatteryTechnology Technology { get; init; }

    /// <summary>The manufacturer's name.</summary>
    public string? Vendor { get; init; }

    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>The serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Time until full, only while charging.</summary>
    public TimeSpan? TimeToFull { get; init; }

    /// <summary>Time until empty, only while discharging.</summary>
    public TimeSpan? TimeToEmpty { get; init; }

    /// <summary>Percentage below which charging begins.</summary>
    public double? ChargeStartThreshold { get; init; }

    /// <summary>Percentage at which charging ends.</summary>
    public double? ChargeEndThreshold { get; init; }

    /// <summary>The coarse level that some batteries report.</summary>
    public CapacityLevel CapacityLevel { get; init; }

    /// <summary>The day of manufacture.</summary>
    public DateTime? ManufactureDate { get; init; }

    /// <summary>When the values were read, UTC.</summary>
    public DateTime Timestamp { get; init; }

    /// <summary>Charge left, Ah, of a battery that counts charge.</summary>
    public double? Charge { get; init; }

    /// <summary>Charge when full, as it is today, Ah, of a battery that counts charge.</summary>
    public double? ChargeFull { get; init; }

    /// <summary>Charge when full, as it was designed, Ah, of a battery that counts charge.</summary>
    public double? ChargeFullDesign { get; init; }

    /// <summary>Current, A, negative while the battery loses charge.</summary>
    public double? Current { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
