namespace Battery.Core.Model;

/// <summary>The values that a battery can have. The number is the value's bit in a presence mask and never changes.</summary>
public enum BatteryField
{
    /// <summary>The name that the system gives the battery, as <c>BAT0</c>. Always known.</summary>
    Name = 0,

    /// <summary>Battery or UPS. Always known.</summary>
    Kind = 1,

    /// <summary>The machine's or a peripheral's. Always known.</summary>
    Scope = 2,

    /// <summary>What the battery is doing.</summary>
    State = 3,

    /// <summary>The chemistry.</summary>
    Technology = 4,

    /// <summary>The coarse level.</summary>
    CapacityLevel = 5,

    /// <summary>The manufacturer's name.</summary>
    Vendor = 6,

    /// <summary>The model's name.</summary>
    Model = 7,

    /// <summary>The serial number, a text.</summary>
    SerialNumber = 8,

    /// <summary>The day of manufacture.</summary>
    ManufactureDate = 9,

    /// <summary>State of charge, 0 to 100 %.</summary>
    Percentage = 10,

    /// <summary>Energy left, Wh.</summary>
    Energy = 11,

    /// <summary>Energy when full, as it is today, Wh.</summary>
    EnergyFull = 12,

    /// <summary>Energy when full, as it was designed, Wh.</summary>
    EnergyFullDesign = 13,

    /// <summary>Power that flows in or out, a magnitude, W.</summary>
    EnergyRate = 14,

    /// <summary>Voltage, V.</summary>
    Voltage = 15,

    /// <summary>Temperature, °C.</summary>
    Temperature = 16,

    /// <summary>State of health: energy when full over designed energy, %.</summary>
    StateOfHealth = 17,

    /// <summary>Charge cycles so far.</summary>
    CycleCount = 18,

    /// <summary>Seconds until full.</summary>
    TimeToFull = 19,

    /// <summary>Seconds until empty.</summary>
    TimeToEmpty = 20,

    /// <summary>Percentage below which charging begins.</summary>
    ChargeStartThreshold = 21,

    /// <summary>Percentage at which charging ends.</summary>
    ChargeEndThreshold = 22,

    /// <summary>Charge left, Ah.</summary>
    Charge = 23,

    /// <summary>Charge when full, as it is today, Ah.</summary>
    ChargeFull = 24,

    /// <summary>Charge when full, as it was designed, Ah.</summary>
    ChargeFullDesign = 25,

    /// <summary>Current, A; negative while the battery loses charge.</summary>
    Current = 26,
}
