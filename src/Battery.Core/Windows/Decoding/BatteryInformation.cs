using System.Buffers.Binary;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// BATTERY_INFORMATION of poclass.h, 36 bytes: type, chemistry and capacities
/// (https://learn.microsoft.com/windows/win32/power/battery-information-str).
/// </summary>
/// <param name="IsRelative">BATTERY_CAPACITY_RELATIVE: capacities and rates have no unit; only their ratio is meaningful.</param>
/// <param name="FullChargedCapacity">mWh, or no unit.</param>
internal readonly record struct BatteryInformation(bool IsRelative, RawValue FullChargedCapacity)
{
    /// <summary>The size of the output buffer.</summary>
    public const int Size = 36;

    /// <summary>The offset of the full capacity.</summary>
    public const int FullChargedCapacityOffset = 16;

    private const uint SystemBattery = 0x80000000;
    private const uint CapacityRelative = 0x40000000;
    private const uint ShortTerm = 0x20000000;

    private const int ChemistryOffset = 8;
    private const int ChemistrySize = 4;
    private const int DesignedCapacityOffset = 12;
    private const int CycleCountOffset = 32;

    /// <summary>Decodes an output buffer into a reading.</summary>
    /// <param name="response">The bytes.</param>
    /// <param name="reading">The reading: type, chemistry, capacities and cycles.</param>
    /// <returns>The information that decoding the status of the same battery needs; null if the buffer is too short.</returns>
    public static BatteryInformation? Decode(ReadOnlySpan<byte> response, RawReading reading)
    {
        if (response.Length < Size)
        {
            SetUnknown(reading, ValueQuality.Malformed);
            return null;
        }

        uint capabilities = BinaryPrimitives.ReadUInt32LittleEndian(response);
        var information = new BatteryInformation(
            (capabilities & CapacityRelative) != 0,
            Sentinels.ToUnknown(BinaryPrimitives.ReadUInt32LittleEndian(response[FullChargedCapacityOffset..])));
        reading[SupplyProperty.Type] = RawValue.Known((int)Type(capabilities));
        reading[SupplyProperty.Technology] = TechnologyParser.Technology(response.Slice(ChemistryOffset, ChemistrySize).Trim(" \0"u8));
        reading[SupplyProperty.EnergyFull] = information.Energy(information.FullChargedCapacity);
        reading[SupplyProperty.EnergyFullDesign] =
            information.Energy(Sentinels.ToUnknown(BinaryPrimitives.ReadUInt32LittleEndian(response[DesignedCapacityOffset..])));
        reading[SupplyProperty.CycleCount] = Sentinels.ToUnknown(BinaryPrimitives.ReadUInt32LittleEndian(response[CycleCountOffset..]));
        return information;
    }

    /// <summary>Sets why the information is unknown. A device with a tag is a battery or a UPS nevertheless.</summary>
    public static void SetUnknown(RawReading reading, ValueQuality quality)
    {
        reading[SupplyProperty.Type] = RawValue.Known((int)SupplyType.BatteryOrUps);
        reading.SetUnknown(SupplyProperty.Technology, quality);
        reading.SetUnknown(SupplyProperty.EnergyFull, quality);
        reading.SetUnknown(SupplyProperty.EnergyFullDesign, quality);
        reading.SetUnknown(SupplyProperty.CycleCount, quality);
    }

    /// <summary>A capacity in µWh. A relative one is not an energy; the battery reports none.</summary>
    public RawValue Energy(RawValue capacity) =>
        IsRelative ? RawValue.Unknown(ValueQuality.Missing)
        : capacity.IsKnown ? RawValue.Known(capacity.Number * 1000)
        : capacity;

    // A battery that cannot power the system in general, or only for a short time, is a UPS.
    private static SupplyType Type(uint capabilities) =>
        (capabilities & SystemBattery) == 0 || (capabilities & ShortTerm) != 0 ? SupplyType.Ups : SupplyType.Battery;
}
