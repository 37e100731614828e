using System.Buffers.Binary;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// BATTERY_STATUS of poclass.h, 16 bytes: the present state
/// (https://learn.microsoft.com/windows/win32/power/battery-status-str).
/// </summary>
/// <param name="PowerState">Flags: on line 1, discharging 2, charging 4, critical 8.</param>
/// <param name="Capacity">mWh, or no unit.</param>
/// <param name="Voltage">mV.</param>
/// <param name="Rate">mW, negative for a discharge, or no unit.</param>
internal readonly record struct BatteryStatus(uint PowerState, uint Capacity, uint Voltage, int Rate)
{
    /// <summary>The size of the output buffer.</summary>
    public const int Size = 16;

    private const uint OnLine = 1;
    private const uint Discharging = 2;
    private const uint Charging = 4;
    private const uint Critical = 8;

    /// <summary>The status, or null if the buffer is too short.</summary>
    public static BatteryStatus? Parse(ReadOnlySpan<byte> response) => response.Length < Size
        ? null
        : new(
            BinaryPrimitives.ReadUInt32LittleEndian(response),
            BinaryPrimitives.ReadUInt32LittleEndian(response[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(response[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(response[12..]));

    /// <summary>Decodes an output buffer into a reading.</summary>
    /// <param name="response">The bytes.</param>
    /// <param name="information">The information of the same battery; null where it is unknown.</param>
    /// <param name="reading">The reading: flags, level, capacity, voltage and rate.</param>
    public static void Decode(ReadOnlySpan<byte> response, BatteryInformation? information, RawReading reading)
    {
        if (Parse(response) is not { } status)
        {
            SetUnknown(reading, ValueQuality.Malformed);
            return;
        }

        RawValue capacity = Sentinels.ToUnknown(status.Capacity);
        reading.Flags = status.Flags;
        reading[SupplyProperty.CapacityLevel] = status.Flags is { Critical: true }
            ? RawValue.Known((int)CapacityLevel.Critical)
            : RawValue.Unknown(ValueQuality.Missing);

        // Used only where there are no flags.
        reading[SupplyProperty.Status] = RawValue.Unknown(ValueQuality.ReportedUnknown);
        reading[SupplyProperty.VoltageNow] = Sentinels.ToUnknown(status.Voltage, 1000);
        if (information is { } known)
        {
            reading[SupplyProperty.EnergyNow] = known.Energy(capacity);
            reading[SupplyProperty.PowerNow] = known.IsRelative ? RawValue.Unknown(ValueQuality.Missing) : status.Power;
            reading[SupplyProperty.Capacity] = known.IsRelative
                ? PercentageRule.OfRatio(capacity, known.FullChargedCapacity)
                : RawValue.Unknown(ValueQuality.Missing);
        }
        else
        {
            // Only BATTERY_INFORMATION reports whether these are mWh and mW or have no unit.
            ValueQuality quality = reading[SupplyProperty.EnergyFull].Quality;
            reading.SetUnknown(SupplyProperty.EnergyNow, quality);
            reading.SetUnknown(SupplyProperty.PowerNow, quality);
            reading.SetUnknown(SupplyProperty.Capacity, ValueQuality.Missing);
        }
    }

    /// <summary>Sets why the status is unknown.</summary>
    public static void SetUnknown(RawReading reading, ValueQuality quality)
    {
        reading.Flags = null;
        reading.SetUnknown(SupplyProperty.Status, quality);
        reading.SetUnknown(SupplyProperty.CapacityLevel, quality);
        reading.SetUnknown(SupplyProperty.VoltageNow, quality);
        reading.SetUnknown(SupplyProperty.EnergyNow, quality);
        reading.SetUnknown(SupplyProperty.PowerNow, quality);
        reading.SetUnknown(SupplyProperty.Capacity, quality);
    }

    // In 64 bits: BATTERY_UNKNOWN_RATE would overflow when it is negated.
    private RawValue Power => Rate == Sentinels.UnknownRate ? RawValue.Unknown(ValueQuality.ReportedUnknown) : RawValue.Known(Rate * 1000L);

    // All ones is 'unknown', and not a battery in all states at once.
    private PowerFlags? Flags => PowerState == Sentinels.AllOnes
        ? null
        : new(Has(OnLine), Has(Charging), Has(Discharging), Has(Critical), FullyCharged: null, Power);

    private bool Has(uint flag) => (PowerState & flag) != 0;
}
