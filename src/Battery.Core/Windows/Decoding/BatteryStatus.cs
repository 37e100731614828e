using System.Buffers.Binary;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// BATTERY_STATUS of poclass.h, 16 bytes: what the battery is doing now
/// (https://learn.microsoft.com/windows/win32/power/battery-status-str).
/// </summary>
/// <param name="PowerState">Flags: on line 1, discharging 2, charging 4, critical 8.</param>
/// <param name="Capacity">mWh, or no unit.</param>
/// <param name="Voltage">mV.</param>
/// <param name="Rate">mW, negative for a discharge, or no unit.</param>
internal readonly record struct BatteryStatus(uint PowerState, uint Capacity, uint Voltage, int Rate)
{
    /// <summary>The answer's size.</summary>
    public const int Size = 16;

    /// <summary>BATTERY_DISCHARGING.</summary>
    public const uint Discharging = 2;

    /// <summary>
    /// From here a battery that rests is full, %. Chargers begin anew only some percent below full, so one that
    /// rests there is as full as it is kept; charge limits that people set lie lower.
    /// </summary>
    public const int NearFull = 95;

    private const uint OnLine = 1;
    private const uint Charging = 4;
    private const uint Critical = 8;

    /// <summary>The answer, or null where it is too short to be one.</summary>
    public static BatteryStatus? Parse(ReadOnlySpan<byte> answer) => answer.Length < Size
        ? null
        : new(
            BinaryPrimitives.ReadUInt32LittleEndian(answer),
            BinaryPrimitives.ReadUInt32LittleEndian(answer[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(answer[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(answer[12..]));

    /// <summary>Puts what the answer says into a reading.</summary>
    /// <param name="answer">The bytes.</param>
    /// <param name="information">What the same battery said of itself; null where it did not.</param>
    /// <param name="reading">Where the values go: state, level, capacity, voltage and rate.</param>
    public static void Decode(ReadOnlySpan<byte> answer, BatteryInformation? information, RawReading reading)
    {
        if (Parse(answer) is not { } status)
        {
            SetUnknown(reading, ValueQuality.Malformed);
            return;
        }

        RawValue capacity = Sentinels.ToUnknown(status.Capacity);
        reading[SupplyProperty.Status] = status.State(information);
        reading[SupplyProperty.CapacityLevel] = status.Has(Critical) ? RawValue.Known((int)CapacityLevel.Critical) : RawValue.Unknown(ValueQuality.Missing);
        reading[SupplyProperty.VoltageNow] = Sentinels.ToUnknown(status.Voltage, 1000);
        if (information is { } known)
        {
            reading[SupplyProperty.EnergyNow] = known.Energy(capacity);
            reading[SupplyProperty.PowerNow] = known.IsRelative ? RawValue.Unknown(ValueQuality.Missing) : status.Power;
            reading[SupplyProperty.Capacity] = known.IsRelative ? Percentage(capacity, known.FullChargedCapacity) : RawValue.Unknown(ValueQuality.Missing);
        }
        else
        {
            // Whether these are mWh and mW or mere ratios only BATTERY_INFORMATION tells.
            ValueQuality quality = reading[SupplyProperty.EnergyFull].Quality;
            reading.SetUnknown(SupplyProperty.EnergyNow, quality);
            reading.SetUnknown(SupplyProperty.PowerNow, quality);
            reading.SetUnknown(SupplyProperty.Capacity, ValueQuality.Missing);
        }
    }

    /// <summary>Says why there is no answer.</summary>
    public static void SetUnknown(RawReading reading, ValueQuality quality)
    {
        reading.SetUnknown(SupplyProperty.Status, quality);
        reading.SetUnknown(SupplyProperty.CapacityLevel, quality);
        reading.SetUnknown(SupplyProperty.VoltageNow, quality);
        reading.SetUnknown(SupplyProperty.EnergyNow, quality);
        reading.SetUnknown(SupplyProperty.PowerNow, quality);
        reading.SetUnknown(SupplyProperty.Capacity, quality);
    }

    // In 64 bits: BATTERY_UNKNOWN_RATE would overflow when it is negated.
    private RawValue Power => Rate == Sentinels.UnknownRate ? RawValue.Unknown(ValueQuality.ReportedUnknown) : RawValue.Known(Rate * 1000L);

    // All ones is a driver that does not know, and no battery that does everything at once.
    private bool Has(uint flag) => PowerState != Sentinels.AllOnes && (PowerState & flag) != 0;

    /// <summary>
    /// Charging and discharging are told by their flags, whatever else is set: 'critical' stands beside them, as a
    /// capacity level. 'On line' alone tells nothing of the charge: the battery rests, full or held below it.
    /// </summary>
    private RawValue State(BatteryInformation? information)
    {
        if (PowerState == Sentinels.AllOnes)
        {
            return RawValue.Unknown(ValueQuality.ReportedUnknown);
        }

        if (Has(Charging) && Has(Discharging))
        {
            return Rate == Sentinels.UnknownRate || Rate == 0
                ? RawValue.Unknown(ValueQuality.Malformed)
                : Known(Rate > 0 ? BatteryState.Charging : BatteryState.Discharging);
        }

        return Has(Charging) ? Known(BatteryState.Charging)
            : Has(Discharging) ? Known(BatteryState.Discharging)
            : Resting(information);
    }

    // A second battery that waits for its turn rests too, without external power.
    private RawValue Resting(BatteryInformation? information)
    {
        RawValue percentage = information is { } known
            ? Percentage(Sentinels.ToUnknown(Capacity), known.FullChargedCapacity)
            : RawValue.Unknown(ValueQuality.Missing);
        bool isFull = percentage.IsKnown && percentage.Number >= NearFull;
        return isFull ? Known(BatteryState.Full)
            : Has(OnLine) ? Known(BatteryState.NotCharging)
            : Has(Critical) ? Known(BatteryState.Empty)
            : percentage.IsKnown ? Known(BatteryState.NotCharging)
            : RawValue.Unknown(ValueQuality.ReportedUnknown);
    }

    private static RawValue Percentage(RawValue capacity, RawValue full) =>
        !capacity.IsKnown ? capacity
        : !full.IsKnown ? full
        : full.Number == 0 ? RawValue.Unknown(ValueQuality.OutOfRange)
        : RawValue.Known(((100 * capacity.Number) + (full.Number / 2)) / full.Number);

    private static RawValue Known(BatteryState state) => RawValue.Known((int)state);
}
