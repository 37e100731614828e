namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// The keys of the AppleSmartBattery service. Those of its base class are in IOKit's headers (IOPM.h, kIOPMPS…Key, set by
/// IOPMPowerSource), Apple silicon's and the gauge's own are known from dumps only.
/// </summary>
internal static partial class SmartBatteryKeys
{
    /// <summary>The class and the name of the service.</summary>
    public const string ServiceName = "AppleSmartBattery";

    /// <summary>kIOPMPSBatteryInstalledKey: No on a desktop Mac, which has the service too.</summary>
    public const string BatteryInstalled = "BatteryInstalled";

    /// <summary>kIOPMPSExternalConnectedKey.</summary>
    public const string ExternalConnected = "ExternalConnected";

    /// <summary>The same, regardless of a program that inhibits the adapter.</summary>
    public const string AppleRawExternalConnected = "AppleRawExternalConnected";

    /// <summary>kIOPMPSIsChargingKey.</summary>
    public const string IsCharging = "IsCharging";

    /// <summary>kIOPMFullyChargedKey.</summary>
    public const string FullyCharged = "FullyCharged";

    /// <summary>kIOPMPSAtCriticalLevelKey.</summary>
    public const string AtCriticalLevel = "AtCriticalLevel";

    /// <summary>kIOPMPSCurrentCapacityKey: mAh, and percent on Apple silicon.</summary>
    public const string CurrentCapacity = "CurrentCapacity";

    /// <summary>kIOPMPSMaxCapacityKey: mAh, and 100 % on Apple silicon.</summary>
    public const string MaxCapacity = "MaxCapacity";

    /// <summary>kIOPMPSDesignCapacityKey: mAh on every Mac.</summary>
    public const string DesignCapacity = "DesignCapacity";

    /// <summary>mAh.</summary>
    public const string AppleRawCurrentCapacity = "AppleRawCurrentCapacity";

    /// <summary>mAh.</summary>
    public const string AppleRawMaxCapacity = "AppleRawMaxCapacity";

    /// <summary>mAh, in <see cref="BatteryData"/> of macOS 27.</summary>
    public const string RemainingCapacity = "RemainingCapacity";

    /// <summary>mAh, in <see cref="BatteryData"/> of macOS 27; equal to AppleRawMaxCapacity.</summary>
    public const string FullChargeCapacity = "FullChargeCapacity";

    /// <summary>mAh: the full capacity at a small load, a little more than FullChargeCapacity.</summary>
    public const string NominalChargeCapacity = "NominalChargeCapacity";

    /// <summary>kIOPMPSVoltageKey: mV.</summary>
    public const string Voltage = "Voltage";

    /// <summary>mV.</summary>
    public const string AppleRawBatteryVoltage = "AppleRawBatteryVoltage";

    /// <summary>kIOPMPSAmperageKey: mA, averaged, negative for a discharge.</summary>
    public const string Amperage = "Amperage";

    /// <summary>mA, momentary.</summary>
    public const string InstantAmperage = "InstantAmperage";

    /// <summary>kIOPMPSTimeRemainingKey: minutes to empty or to full, by the state.</summary>
    public const string TimeRemaining = "TimeRemaining";

    /// <summary>Minutes.</summary>
    public const string AvgTimeToEmpty = "AvgTimeToEmpty";

    /// <summary>Minutes.</summary>
    public const string AvgTimeToFull = "AvgTimeToFull";

    /// <summary>kIOPMPSBatteryTemperatureKey: tenths of a kelvin; hundredths of a degree in the pack of macOS 27.</summary>
    public const string Temperature = "Temperature";

    /// <summary>Hundredths of a degree.</summary>
    public const string VirtualTemperature = "VirtualTemperature";

    /// <summary>kIOPMPSCycleCountKey.</summary>
    public const string CycleCount = "CycleCount";

    /// <summary>A dictionary about the charger.</summary>
    public const string ChargerData = "ChargerData";

    /// <summary>A bit mask, in <see cref="ChargerData"/>.</summary>
    public const string NotChargingReason = "NotChargingReason";

    /// <summary>Not 0 where the gauge has shut the battery off for good.</summary>
    public const string PermanentFailureStatus = "PermanentFailureStatus";

    /// <summary>kIOPMPSManufacturerKey.</summary>
    public const string Manufacturer = "Manufacturer";

    /// <summary>The gauge's name of the battery: DeviceName of the Smart Battery specification.</summary>
    public const string DeviceName = "DeviceName";

    /// <summary>A string, on Intel.</summary>
    public const string BatterySerialNumber = "BatterySerialNumber";

    /// <summary>A string, on Apple silicon.</summary>
    public const string Serial = "Serial";

    /// <summary>kIOPMPSManufactureDateKey: a Smart Battery date on Intel; six digits in BatteryData of Macs with Apple silicon or a T2.</summary>
    public const string ManufactureDate = "ManufactureDate";

    /// <summary>kIOBatteryInfoKey: before Mac OS X 10.5, an array of dictionaries with the keys of <see cref="LegacyBatteryInfo"/>.</summary>
    public const string OldBatteryInfo = "IOBatteryInfo";

    /// <summary>kIOLegacyBatteryInfoKey: a dictionary with keys of its own.</summary>
    public const string LegacyBatteryInfo = "LegacyBatteryInfo";

    /// <summary>A dictionary of the gauge's own values; on macOS 27 the capacities too.</summary>
    public const string BatteryData = "BatteryData";

    /// <summary>kIOPSPowerAdapter…: a dictionary about the adapter in use.</summary>
    public const string AdapterDetails = "AdapterDetails";

    /// <summary>The adapter's name, in <see cref="AdapterDetails"/>.</summary>
    public const string Name = "Name";

    /// <summary>The adapter's name where it reports no <see cref="Name"/>.</summary>
    public const string Description = "Description";

    /// <summary>kIOPSPowerAdapterWattsKey, in <see cref="AdapterDetails"/>.</summary>
    public const string Watts = "Watts";

    /// <summary>kIOPSPowerAdapterCurrentKey, in <see cref="AdapterDetails"/>: mA, the most that the contract allows.</summary>
    public const string Current = "Current";

    /// <summary>mV, in <see cref="AdapterDetails"/>; <see cref="Voltage"/> on older systems.</summary>
    public const string AdapterVoltage = "AdapterVoltage";

    /// <summary>kIOPSPowerAdapterFamilyKey, in <see cref="AdapterDetails"/>.</summary>
    public const string FamilyCode = "FamilyCode";

    /// <summary>In <see cref="AdapterDetails"/>.</summary>
    public const string IsWireless = "IsWireless";
}
