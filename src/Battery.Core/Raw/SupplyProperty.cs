namespace Battery.Core.Raw;

/// <summary>
/// What a system can report about a power supply, before any rule. The names are the Linux kernel's
/// (Documentation/ABI/testing/sysfs-class-power); the sources of other systems fill those that they have.
/// </summary>
internal enum SupplyProperty
{
    /// <summary>A <see cref="SupplyType"/>.</summary>
    Type,

    /// <summary>A <see cref="Model.BatteryScope"/>.</summary>
    Scope,

    /// <summary>0 for an empty slot.</summary>
    Present,

    /// <summary>Of an adapter: 0 off, 1 on, 2 on with a programmable voltage.</summary>
    Online,

    /// <summary>A <see cref="Model.BatteryState"/>.</summary>
    Status,

    /// <summary>A <see cref="Model.BatteryTechnology"/>.</summary>
    Technology,

    /// <summary>A <see cref="Model.CapacityLevel"/>.</summary>
    CapacityLevel,

    /// <summary>Percent.</summary>
    Capacity,

    /// <summary>µWh.</summary>
    EnergyNow,

    /// <summary>µWh.</summary>
    EnergyFull,

    /// <summary>µWh.</summary>
    EnergyFullDesign,

    /// <summary>µAh.</summary>
    ChargeNow,

    /// <summary>µAh.</summary>
    ChargeFull,

    /// <summary>µAh.</summary>
    ChargeFullDesign,

    /// <summary>µW; negative for a discharge with some drivers.</summary>
    PowerNow,

    /// <summary>µA; negative for a discharge, though drivers differ.</summary>
    CurrentNow,

    /// <summary>µV.</summary>
    VoltageNow,

    /// <summary>µV.</summary>
    VoltageMinDesign,

    /// <summary>µV.</summary>
    VoltageMaxDesign,

    /// <summary>Hundredths of °C: other systems count in tenths of a kelvin, whose zero is not a whole tenth of a degree.</summary>
    Temperature,

    /// <summary>Cycles; 0 if the driver does not know.</summary>
    CycleCount,

    /// <summary>µΩ.</summary>
    InternalResistance,

    /// <summary>Seconds.</summary>
    TimeToEmptyNow,

    /// <summary>Seconds.</summary>
    TimeToFullNow,

    /// <summary>µAh: the remaining charge on Android, another count with some drivers. A witness, not a value.</summary>
    ChargeCounter,

    /// <summary>µV, averaged.</summary>
    VoltageAvg,

    /// <summary>µA, averaged.</summary>
    CurrentAvg,

    /// <summary>µW, averaged.</summary>
    PowerAvg,

    /// <summary>Seconds, from an averaged rate.</summary>
    TimeToEmptyAvg,

    /// <summary>Seconds, from an averaged rate.</summary>
    TimeToFullAvg,

    /// <summary>Of an adapter: the <see cref="Model.AdapterType"/> of the connected source.</summary>
    UsbType,

    /// <summary>Of an adapter: µW.</summary>
    InputPowerLimit,

    /// <summary>Of an adapter: µA.</summary>
    InputCurrentLimit,

    /// <summary>Percent.</summary>
    ChargeStartThreshold,

    /// <summary>Percent.</summary>
    ChargeEndThreshold,

    /// <summary>A <see cref="Model.ChargeType"/>: the active one.</summary>
    ChargeType,

    /// <summary>A <see cref="Model.ChargeTypes"/>.</summary>
    AvailableChargeTypes,

    /// <summary>A <see cref="Model.ChargeBehavior"/>: the active one.</summary>
    ChargeBehavior,

    /// <summary>A <see cref="ChargeHold"/>: the charger's reason not to charge.</summary>
    ChargeHold,

    /// <summary>A <see cref="Model.BatteryCondition"/>.</summary>
    Condition,

    /// <summary>Percent.</summary>
    StateOfHealth,

    /// <summary>Year of manufacture.</summary>
    ManufactureYear,

    /// <summary>Month of manufacture, 1 to 12.</summary>
    ManufactureMonth,

    /// <summary>Day of manufacture, 1 to 31.</summary>
    ManufactureDay,

    /// <summary>String.</summary>
    Manufacturer,

    /// <summary>String.</summary>
    ModelName,

    /// <summary>String.</summary>
    SerialNumber,
}
