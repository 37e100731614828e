using static Battery.Core.Model.ValueGroups;

namespace Battery.Core.Model;

/// <summary>The values that a battery can have. The number is the value's bit in a presence mask and never changes.</summary>
/// <remarks>
/// This is the table of values. The getters, <c>battery_info</c>, the module's objects and views, the Python package, the
/// tables of the documentation and the lists that tests use are generated from it. The members stand in the order in which
/// values are shown. <c>rule</c> is where a value comes from, <c>unknown</c> is when it is unknown although it is reported.
/// </remarks>
[Padding(24, "reserved")]
[Padding(35, "reserved2")]
public enum BatteryField
{
    /// <summary>The name that the system gives the battery, for example BAT0. Always known.</summary>
    /// <rule>The name of the supply or device.</rule>
    [Value("name", ValueKind.Text, "battery_get_name", IsAlwaysKnown = true, Groups = Identity, NodeName = "power_supply")]
    Name = 0,

    /// <summary>Battery or UPS. Always known.</summary>
    /// <rule><c>type</c>; a supply whose type is missing or cannot be read, and that holds charge, is a battery.</rule>
    [Value("kind", ValueKind.Enumeration, "battery_get_kind", IsAlwaysKnown = true,
        Member = "kind", Order = 21, Enumeration = typeof(BatteryKind), Groups = Identity, NodeName = "type")]
    Kind = 1,

    /// <summary>A battery of the system, or of a peripheral such as a mouse. Always known.</summary>
    /// <rule><c>scope</c>; without one, the names that drivers of peripherals use.</rule>
    [Value("scope", ValueKind.Enumeration, "battery_get_scope", IsAlwaysKnown = true,
        Member = "scope", Order = 22, Enumeration = typeof(BatteryScope), Groups = Identity, NodeName = "scope")]
    Scope = 2,

    /// <summary>The manufacturer's name.</summary>
    /// <rule>Up to the first NUL, at most 255 bytes, without control characters, trimmed; bytes that are not UTF-8 become U+FFFD.</rule>
    /// <unknown>Empty after that; the word 'unknown'.</unknown>
    [Value("vendor", ValueKind.Text, "battery_get_vendor", Groups = Identity, NodeName = "manufacturer")]
    Vendor = 6,

    /// <summary>The model's name.</summary>
    /// <rule>As for the manufacturer's name.</rule>
    /// <unknown>As for the manufacturer's name.</unknown>
    [Value("model", ValueKind.Text, "battery_get_model", Groups = Identity, NodeName = "model_name")]
    Model = 7,

    /// <summary>The serial number, a string.</summary>
    /// <rule>As for the manufacturer's name.</rule>
    /// <unknown>As for the manufacturer's name.</unknown>
    [Value("serial number", ValueKind.Text, "battery_get_serial_number", Groups = Identity, NodeName = "serial_number")]
    SerialNumber = 8,

    /// <summary>The chemistry of the cells.</summary>
    /// <rule>As reported.</rule>
    /// <unknown>Any other word.</unknown>
    [Value("technology", ValueKind.Enumeration, "battery_get_technology",
        Member = "technology", Order = 20, Enumeration = typeof(BatteryTechnology), Groups = Identity, NodeName = "technology")]
    Technology = 4,

    /// <summary>Day of manufacture.</summary>
    /// <rule><c>manufacture_year</c>, <c>manufacture_month</c>, <c>manufacture_day</c>.</rule>
    /// <unknown>Not a whole day between 1980 and 2107.</unknown>
    [Value("manufacture date", ValueKind.Date, "battery_get_manufacture_date",
        Member = "manufacture_date", Order = 18, Min = 19800101, Max = 21071231, Groups = Identity | Health)]
    ManufactureDate = 9,

    /// <summary>The state: charging, discharging, full, not charging or empty.</summary>
    /// <rule>As reported, not corrected.</rule>
    /// <unknown>Any other word.</unknown>
    [Value("state", ValueKind.Enumeration, "battery_get_state",
        Member = "state", Order = 19, Enumeration = typeof(BatteryState), Groups = Power | ChargeControl, NodeName = "status")]
    State = 3,

    /// <summary>What is going on: charging, discharging, held at the charge limit and so on. Derived; the state stays as it is reported.</summary>
    /// <rule>See below: "Power flow".</rule>
    /// <unknown>Neither a state nor a power is reported.</unknown>
    [Value("power flow", ValueKind.Enumeration, "battery_get_power_flow",
        Member = "power_flow", Order = 30, Enumeration = typeof(PowerFlow), Groups = Power | ChargeControl, Since = "0.2.0")]
    PowerFlow = 28,

    /// <summary>State of charge, 0 to 100 %.</summary>
    /// <rule><c>capacity</c>, at most 100; else the remaining over the full capacity, both in one unit.</rule>
    /// <unknown>
    /// Outside 0 to 125; 0 from a device that reports nothing else that is plausible, while it discharges only of a peripheral or
    /// beside a voltage of 0; 0 of a battery that is full; 0 beside a remaining capacity of more than 5 %; a part of a full energy that
    /// is far above the design.
    /// </unknown>
    [Value("percentage", ValueKind.Float, "battery_get_percentage", Alias = "battery_get_state_of_charge",
        Unit = "%", Member = "percentage", Order = 1, Max = 100, Format = "0.#", Groups = Power | ChargeControl, NodeName = "capacity")]
    Percentage = 10,

    /// <summary>A coarse charge level that some batteries report.</summary>
    /// <rule><c>capacity_level</c>.</rule>
    /// <unknown>Any other word.</unknown>
    [Value("capacity level", ValueKind.Enumeration, "battery_get_capacity_level",
        Member = "capacity_level", Order = 23, Enumeration = typeof(CapacityLevel), Groups = Power, NodeName = "capacity_level")]
    CapacityLevel = 5,

    /// <summary>Remaining energy.</summary>
    /// <rule>
    /// As reported. Where it is not reported, or more than four times off: charge times <c>voltage_min_design</c>, else
    /// <c>voltage_max_design</c>, else the present voltage.
    /// </rule>
    /// <unknown>
    /// A sentinel of the driver; above 100,000 Wh; above 1.5 × full; too small for the percentage: divided by it, it is below the
    /// lower bound of a full energy.
    /// </unknown>
    [Value("energy", ValueKind.Milli, "battery_get_energy",
        Unit = "Wh", Member = "energy_wh", Order = 2, Max = 100_000_000, Format = "0.00", Groups = Power, NodeName = "energy_watthour")]
    Energy = 11,

    /// <summary>Power into or out of the battery, a magnitude; the state gives the direction.</summary>
    /// <rule>
    /// <c>power_now</c> as a magnitude; current × voltage where it is not reported, or more than four times off current × voltage
    /// and a current flows; else <c>power_avg</c>, else <c>current_avg</c> × voltage. Before Linux 2.6.33 <c>current_now</c> is the power
    /// of a battery that reports energies only.
    /// </rule>
    /// <unknown>A sentinel of the driver; above 300 W (UPS: 20 kW); a <c>power_avg</c> of less than 0.066 W.</unknown>
    [Value("energy rate", ValueKind.Milli, "battery_get_energy_rate",
        Unit = "W", Member = "energy_rate_w", Order = 5, Max = 20_000, Format = "0.00", Groups = Power, NodeName = "power_watt")]
    EnergyRate = 14,

    /// <summary>Power with its direction: positive into the battery, negative while the battery loses energy.</summary>
    /// <rule>
    /// The energy rate with the sign of <c>power_now</c> or <c>current_now</c>; negative in the state discharging, and where external
    /// power is not connected.
    /// </rule>
    /// <unknown>As for the energy rate; 0 while the battery charges or discharges, as just after external power was connected.</unknown>
    [Value("signed power", ValueKind.SignedMilli, "battery_get_signed_power",
        Unit = "W", Member = "signed_power_w", Order = 26, Min = -20_000, Max = 20_000, Format = "0.00", Groups = Power, Since = "0.2.0")]
    SignedPower = 29,

    /// <summary>Present voltage.</summary>
    /// <rule><c>voltage_now</c>, else <c>voltage_avg</c>.</rule>
    /// <unknown>Below 0.1 V; above 1,000 V; 65.535 V, which is all ones in a register.</unknown>
    [Value("voltage", ValueKind.Milli, "battery_get_voltage",
        Unit = "V", Member = "voltage_v", Order = 6, Min = 0.1, Max = 1000, Format = "0.000", Groups = Power, NodeName = "voltage_volt")]
    Voltage = 15,

    /// <summary>Current, negative while the battery loses charge.</summary>
    /// <rule><c>current_now</c>, else <c>current_avg</c>; while discharging always negative, because not all drivers report the sign.</rule>
    /// <unknown>A sentinel of the driver (−1000 µA is none); above 100 A (UPS: 2,000 A).</unknown>
    [Value("current", ValueKind.SignedMilli, "battery_get_current",
        Unit = "A", Member = "current_a", Order = 16, Min = -2000, Max = 2000, Format = "0.000", Groups = Power, NodeName = "current_ampere")]
    Current = 26,

    /// <summary>Remaining charge. Known only if the battery reports charge instead of energy.</summary>
    /// <rule>As reported.</rule>
    /// <unknown>As for the remaining energy, in Ah.</unknown>
    [Value("charge", ValueKind.Milli, "battery_get_charge",
        Unit = "Ah", Member = "charge_ah", Order = 13, Max = 100_000, Format = "0.000", Groups = Power, NodeName = "charge_ampere")]
    Charge = 23,

    /// <summary>Battery temperature.</summary>
    /// <rule><c>temp</c>, tenths of a degree.</rule>
    /// <unknown>Outside −40 to 120 °C.</unknown>
    [Value("temperature", ValueKind.Float, "battery_get_temperature",
        Unit = "°C", Member = "temperature_c", Order = 7, Min = -40, Max = 120, Format = "0.0", Groups = Power, NodeName = "temp_celsius")]
    Temperature = 16,

    /// <summary>Time until empty, only while discharging.</summary>
    /// <rule>The gauge's <c>time_to_empty_now</c>; else remaining over the current or the energy rate; else <c>time_to_empty_avg</c>.</rule>
    /// <unknown>In another state; above ten days; at a rate of 0; 65535 of the gauge.</unknown>
    [Value("time to empty", ValueKind.Seconds, "battery_get_time_to_empty",
        Unit = "s", Member = "time_to_empty_s", Order = 10, Max = 864_000, Groups = Power, NodeName = "time_to_empty_seconds")]
    TimeToEmpty = 20,

    /// <summary>Time until full, only while charging.</summary>
    /// <rule>
    /// The gauge's <c>time_to_full_now</c>; else (full − remaining), both in one unit, over the current or the energy rate; else
    /// <c>time_to_full_avg</c>.
    /// </rule>
    /// <unknown>
    /// In another state; while a charge limit below 100 % is in force; above ten days; at a rate of 0; while the battery loses charge
    /// on a weak charger (its current or power is negative); 65535 of the gauge.
    /// </unknown>
    [Value("time to full", ValueKind.Seconds, "battery_get_time_to_full",
        Unit = "s", Member = "time_to_full_s", Order = 9, Max = 864_000, Groups = Power, NodeName = "time_to_full_seconds")]
    TimeToFull = 19,

    /// <summary>Time until the charge limit is reached, only while charging.</summary>
    /// <rule>(limit × full − remaining), both in one unit, over the current or the energy rate; from 95 % on with the slower end of a charge.</rule>
    /// <unknown>While the battery does not charge; without a limit; at or above the limit; above ten days.</unknown>
    [Value("time to limit", ValueKind.Seconds, "battery_get_time_to_limit",
        Unit = "s", Member = "time_to_limit_s", Order = 28, Max = 864_000, Groups = Power | ChargeControl, Since = "0.2.0")]
    TimeToLimit = 30,

    /// <summary>Full over designed full capacity; above 100 % for some new batteries.</summary>
    /// <rule>Full over design, both in one unit; the ratio is not limited to 100.</rule>
    /// <unknown>Where full or design is unknown.</unknown>
    [Value("state of health", ValueKind.Float, "battery_get_state_of_health",
        Unit = "%", Member = "state_of_health_percent", Order = 8, Format = "0.#", Groups = Health)]
    StateOfHealth = 17,

    /// <summary>The state of health that the gauge itself reports, apart from full over designed full capacity.</summary>
    /// <rule><c>state_of_health</c>.</rule>
    /// <unknown>Outside 0 to 100.</unknown>
    [Value("reported state of health", ValueKind.Float, "battery_get_reported_state_of_health",
        Unit = "%", Member = "reported_state_of_health_percent", Order = 29, Max = 100, Format = "0.#", Groups = Health, Since = "0.2.0")]
    ReportedStateOfHealth = 31,

    /// <summary>The condition: good, overheat, cold, dead, calibration required and so on.</summary>
    /// <rule><c>health</c>. Dead at 5 % and less if the voltage is below half of <c>voltage_min_design</c>, nothing flows, and <c>health</c>
    /// is missing or good. macOS: unspecified failure where <c>PermanentFailureStatus</c> is not 0.</rule>
    /// <unknown>Any other word.</unknown>
    [Value("condition", ValueKind.Enumeration, "battery_get_condition",
        Member = "condition", Order = 34, Enumeration = typeof(BatteryCondition), Groups = Health, Since = "0.2.0", NodeName = "health")]
    Condition = 32,

    /// <summary>Number of charge cycles.</summary>
    /// <rule><c>cycle_count</c>.</rule>
    /// <unknown>0, negative, 65535: drivers report these when they do not know.</unknown>
    [Value("cycle count", ValueKind.Count, "battery_get_cycle_count",
        Member = "cycle_count", Order = 17, Min = 1, Max = 65534, Groups = Health, NodeName = "cyclecount")]
    CycleCount = 18,

    /// <summary>Energy when full, at present.</summary>
    /// <rule>As for the remaining energy.</rule>
    /// <unknown>
    /// A sentinel of the driver; 0 or less; below 0.05 Wh or 0.02 Ah (battery of the system); above 100,000 Wh; below 2 % of design;
    /// above 2 × design unless the remaining capacity or <c>charge_counter</c> agrees with it; 327.68 to 655.35 Wh above 2 × design.
    /// </unknown>
    [Value("full energy", ValueKind.Milli, "battery_get_energy_full",
        Unit = "Wh", Member = "energy_full_wh", Order = 3, Max = 100_000_000, Format = "0.00", Groups = Health, NodeName = "energy_full")]
    EnergyFull = 12,

    /// <summary>Energy when full, by design.</summary>
    /// <rule>As for the remaining energy.</rule>
    /// <unknown>
    /// A sentinel of the driver; 0 or less; below 0.05 Wh or 0.02 Ah (battery of the system); above 100,000 Wh; less than half of full
    /// unless the remaining capacity or <c>charge_counter</c> agrees with it.
    /// </unknown>
    [Value("designed full energy", ValueKind.Milli, "battery_get_energy_full_design",
        Unit = "Wh", Member = "energy_full_design_wh", Order = 4, Max = 100_000_000, Format = "0.00", Groups = Health, NodeName = "energy_full_design")]
    EnergyFullDesign = 13,

    /// <summary>Charge when full, at present. Known only if the battery reports charge.</summary>
    /// <rule>As reported.</rule>
    /// <unknown>As for the full energy, in Ah.</unknown>
    [Value("full charge", ValueKind.Milli, "battery_get_charge_full",
        Unit = "Ah", Member = "charge_full_ah", Order = 14, Max = 100_000, Format = "0.000", Groups = Health, NodeName = "charge_full")]
    ChargeFull = 24,

    /// <summary>Charge when full, by design. Known only if the battery reports charge.</summary>
    /// <rule>As reported.</rule>
    /// <unknown>As for the designed full energy, in Ah.</unknown>
    [Value("designed full charge", ValueKind.Milli, "battery_get_charge_full_design",
        Unit = "Ah", Member = "charge_full_design_ah", Order = 15, Max = 100_000, Format = "0.000", Groups = Health, NodeName = "charge_full_design")]
    ChargeFullDesign = 25,

    /// <summary>Internal resistance (equivalent series resistance). It varies with charge level and temperature.</summary>
    /// <rule><c>internal_resistance</c>.</rule>
    /// <unknown>A sentinel of the driver; 0 or less; above 10,000 mΩ.</unknown>
    [Value("internal resistance", ValueKind.Float, "battery_get_internal_resistance",
        Unit = "mΩ", Member = "internal_resistance_mohm", Order = 25, Min = 0.001, Max = 10_000, Format = "0.0", Groups = Health, Since = "0.2.0")]
    InternalResistance = 27,

    /// <summary>The percentage at which charging ends, where that is below 100 %.</summary>
    /// <rule>The charge end threshold from 1 to 99. It is not in force while a charge type other than custom is active, if custom is available.</rule>
    /// <unknown>Not applicable with a threshold of 0 or 100; a limit without a number (the charge type long life).</unknown>
    [Value("charge limit", ValueKind.Float, "battery_get_charge_limit",
        Unit = "%", Member = "charge_limit_percent", Order = 27, Min = 1, Max = 99, Format = "0.#", Groups = ChargeControl, Since = "0.2.0")]
    ChargeLimit = 33,

    /// <summary>Percentage below which charging starts.</summary>
    /// <rule><c>charge_control_start_threshold</c>, or its old name.</rule>
    /// <unknown>Outside 0 to 100.</unknown>
    [Value("charge start threshold", ValueKind.Float, "battery_get_charge_start_threshold",
        Unit = "%", Member = "charge_start_threshold_percent", Order = 11, Max = 100, Format = "0.#", Groups = ChargeControl)]
    ChargeStartThreshold = 21,

    /// <summary>Percentage at which charging stops.</summary>
    /// <rule><c>charge_control_end_threshold</c>, or its old name.</rule>
    /// <unknown>Outside 0 to 100.</unknown>
    [Value("charge end threshold", ValueKind.Float, "battery_get_charge_end_threshold",
        Unit = "%", Member = "charge_end_threshold_percent", Order = 12, Max = 100, Format = "0.#", Groups = ChargeControl)]
    ChargeEndThreshold = 22,

    /// <summary>The charge type in force.</summary>
    /// <rule>The active word of <c>charge_types</c>, else <c>charge_type</c>; long life where <c>conservation_mode</c> of ideapad_acpi is 1.</rule>
    /// <unknown>Any other word.</unknown>
    [Value("charge type", ValueKind.Enumeration, "battery_get_charge_type",
        Member = "charge_type", Order = 31, Enumeration = typeof(ChargeType), Groups = ChargeControl, Since = "0.2.0", NodeName = "charge_type")]
    ChargeType = 34,

    /// <summary>The charge types that can be chosen, as bits.</summary>
    /// <rule>The words of the file <c>charge_types</c>; those that are not known are left out.</rule>
    /// <unknown>Where no word is known.</unknown>
    [Value("available charge types", ValueKind.Flags, "battery_get_available_charge_types",
        Member = "available_charge_types", Order = 32, Enumeration = typeof(ChargeTypes), Groups = ChargeControl, Since = "0.2.0")]
    AvailableChargeTypes = 35,

    /// <summary>What the machine is set to do with the battery: charge as usual, not charge, or discharge it.</summary>
    /// <rule>The active word of <c>charge_behaviour</c>.</rule>
    /// <unknown>Any other word.</unknown>
    [Value("charge behavior", ValueKind.Enumeration, "battery_get_charge_behavior",
        Member = "charge_behavior", Order = 33, Enumeration = typeof(ChargeBehavior), Groups = ChargeControl, Since = "0.2.0")]
    ChargeBehavior = 36,
}
