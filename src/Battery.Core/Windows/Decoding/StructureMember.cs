using Battery.Core.Explanation;
using Battery.Core.Raw;
using Battery.Core.Windows.Recorded;

namespace Battery.Core.Windows.Decoding;

/// <summary>How a member of a structure is written.</summary>
internal enum MemberForm
{
    /// <summary>A number without a sign.</summary>
    Unsigned,

    /// <summary>A number with a sign.</summary>
    Signed,

    /// <summary>Bits.</summary>
    Flags,

    /// <summary>Characters of one byte.</summary>
    Word,

    /// <summary>A string of two-byte characters.</summary>
    Characters,
}

/// <summary>A member of a structure that the battery driver fills, as poclass.h names it.</summary>
/// <param name="Response">The key of the output buffer.</param>
/// <param name="Name">The name of the structure and the member.</param>
/// <param name="Offset">Where it is in the buffer.</param>
/// <param name="Size">Its size; 0 for a string.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record StructureMember(string Response, string Name, int Offset, int Size, MemberForm Form = MemberForm.Unsigned, string? Unit = null)
{
    private static readonly string s_information = WindowsRecordingKeys.NameOf(BatteryInformationLevel.Information);
    private static readonly string s_date = WindowsRecordingKeys.NameOf(BatteryInformationLevel.ManufactureDate);

    /// <summary>BATTERY_STATUS.Capacity.</summary>
    public static StructureMember Capacity { get; } = new(WindowsRecordingKeys.Status, "BATTERY_STATUS.Capacity", 4, 4, Unit: "mWh");

    /// <summary>BATTERY_INFORMATION.FullChargedCapacity.</summary>
    public static StructureMember FullChargedCapacity { get; } =
        new(s_information, "BATTERY_INFORMATION.FullChargedCapacity", BatteryInformation.FullChargedCapacityOffset, 4, Unit: "mWh");

    /// <summary>Whether its unit is none if the battery's capacities are relative.</summary>
    public bool IsCapacity => Unit is "mWh" or "mW";

    /// <summary>The member that an input is decoded from; null if there is none.</summary>
    public static StructureMember? Of(RuleInput input) => input switch
    {
        RuleInput.ExternalConnectedFlag or RuleInput.ChargingFlag or RuleInput.DischargingFlag or RuleInput.CriticalFlag =>
            new(WindowsRecordingKeys.Status, "BATTERY_STATUS.PowerState", 0, 4, MemberForm.Flags),
        _ => (SupplyProperty)input switch
        {
            SupplyProperty.Status or SupplyProperty.CapacityLevel =>
                new(WindowsRecordingKeys.Status, "BATTERY_STATUS.PowerState", 0, 4, MemberForm.Flags),
            SupplyProperty.EnergyNow => Capacity,
            SupplyProperty.VoltageNow => new(WindowsRecordingKeys.Status, "BATTERY_STATUS.Voltage", 8, 4, Unit: "mV"),
            SupplyProperty.PowerNow => new(WindowsRecordingKeys.Status, "BATTERY_STATUS.Rate", 12, 4, MemberForm.Signed, "mW"),
            SupplyProperty.Type => new(s_information, "BATTERY_INFORMATION.Capabilities", 0, 4, MemberForm.Flags),
            SupplyProperty.Technology => new(s_information, "BATTERY_INFORMATION.Chemistry", 8, 4, MemberForm.Word),
            SupplyProperty.EnergyFullDesign => new(s_information, "BATTERY_INFORMATION.DesignedCapacity", 12, 4, Unit: "mWh"),
            SupplyProperty.EnergyFull => FullChargedCapacity,
            SupplyProperty.CycleCount => new(s_information, "BATTERY_INFORMATION.CycleCount", 32, 4),
            SupplyProperty.Temperature => Level(BatteryInformationLevel.Temperature, "BatteryTemperature", "0.1 K"),
            SupplyProperty.TimeToEmptyNow => Level(BatteryInformationLevel.EstimatedTime, "BatteryEstimatedTime", "s"),
            SupplyProperty.ManufactureDay => new(s_date, "BATTERY_MANUFACTURE_DATE.Day", 0, 1),
            SupplyProperty.ManufactureMonth => new(s_date, "BATTERY_MANUFACTURE_DATE.Month", 1, 1),
            SupplyProperty.ManufactureYear => new(s_date, "BATTERY_MANUFACTURE_DATE.Year", 2, 2),
            SupplyProperty.ModelName => String(BatteryInformationLevel.DeviceName, "BatteryDeviceName"),
            SupplyProperty.Manufacturer => String(BatteryInformationLevel.ManufactureName, "BatteryManufactureName"),
            SupplyProperty.SerialNumber => String(BatteryInformationLevel.SerialNumber, "BatterySerialNumber"),
            _ => null,
        },
    };

    private static StructureMember Level(BatteryInformationLevel level, string name, string unit) =>
        new(WindowsRecordingKeys.NameOf(level), name, 0, 4, Unit: unit);

    private static StructureMember String(BatteryInformationLevel level, string name) =>
        new(WindowsRecordingKeys.NameOf(level), name, 0, 0, MemberForm.Characters);
}
