using System.Buffers.Binary;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// BATTERY_INFORMATION of poclass.h, 36 bytes: what the battery is and what fits in
/// (https://learn.microsoft.com/windows/win32/power/battery-information-str).
/// </summary>
/// <param name="IsRelative">BATTERY_CAPACITY_RELATIVE: capacities and rates have no unit; only their ratio tells something.</param>
/// <param name="FullChargedCapacity">mWh, or no unit.</param>
internal readonly record struct BatteryInformation(bool IsRelative, RawValue FullChargedCapacity)
{
    /// <summary>The answer's size.</summary>
    public const int Size = 36;

    /// <summary>Where what fits in stands.</summary>
    public const int FullChargedCapacityOffset = 16;

    private const uint SystemBattery = 0x80000000;
    private const uint CapacityRelative = 0x40000000;
    private const uint ShortTerm = 0x20000000;

    private const int ChemistryOffset = 8;
    private const int ChemistrySize = 4;
    private const int DesignedCapacityOffset = 12;
    private const int CycleCountOffset = 32;

    /// <summary>Puts what the answer says into a reading.</summary>
    /// <param name="answer">The bytes.</param>
    /// <param name="reading">Where the values go: type, chemistry, capacities and cycles.</param>
    /// <returns>What the status of the same battery is to be read with; null where the answer is too short to be one.</returns>
    public static BatteryInformation? Decode(ReadOnlySpan<byte> answer, RawReading reading)
    {
        if (answer.Length < Size)
        {
            SetUnknown(reading, ValueQuality.Malformed);
            return null;
        }

        uint capabilities = BinaryPrimitives.ReadUInt32LittleEndian(answer);
        var information = new BatteryInformation(
            (capabilities & CapacityRelative) != 0,
            Sentinels.ToUnknown(BinaryPrimitives.ReadUInt32LittleEndian(answer[FullChargedCapacityOffset..])));
        reading[SupplyProperty.Type] = RawValue.Known((int)Type(capabilities));
        reading[SupplyProperty.Technology] = TechnologyParser.Technology(answer.Slice(ChemistryOffset, ChemistrySize));
        reading[SupplyProperty.EnergyFull] = information.Energy(information.FullChargedCapacity);
        reading[SupplyProperty.EnergyFullDesign] = information.Energy(Sentinels.ToUnknown(BinaryPrimitives.ReadUInt32LittleEndian(answer[DesignedCapacityOffset..])));
        reading[SupplyProperty.CycleCount] = Sentinels.ToUnknown(BinaryPrimitives.ReadUInt32LittleEndian(answer[CycleCountOffset..]));
        return information;
    }

    /// <summary>Says why there is no answer. What has a tag is a battery all the same.</summary>
    public static void SetUnknown(RawReading reading, ValueQuality quality)
    {
        reading[SupplyProperty.Type] = RawValue.Known((int)SupplyType.Battery);
        reading.SetUnknown(SupplyProperty.Technology, quality);
        reading.SetUnknown(SupplyProperty.EnergyFull, quality);
        reading.SetUnknown(SupplyProperty.EnergyFullDesign, quality);
        reading.SetUnknown(SupplyProperty.CycleCount, quality);
    }

    /// <summary>A capacity in µWh. A relative one is no energy, and the battery reports none.</summary>
    public RawValue Energy(RawValue capacity) =>
        IsRelative ? RawValue.Unknown(ValueQuality.Missing)
        : capacity.IsKnown ? RawValue.Known(capacity.Number * 1000)
        : capacity;

    // What cannot run the system in general, or is there for the moment of failure alone, is a UPS.
    private static SupplyType Type(uint capabilities) =>
        (capabilities & SystemBattery) == 0 || (capabilities & ShortTerm) != 0 ? SupplyType.Ups : SupplyType.Battery;
}
