using System.Buffers.Binary;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// BATTERY_MANUFACTURE_DATE of poclass.h, 4 bytes: day, month, and a year of two bytes
/// (https://learn.microsoft.com/windows/win32/power/battery-manufacture-date-str).
/// </summary>
internal static class BatteryManufactureDate
{
    private const int Size = 4;

    /// <summary>Decodes the date into a reading; a rule checks whether it is valid.</summary>
    public static void Decode(ReadOnlySpan<byte> response, RawReading reading)
    {
        if (response.Length < Size)
        {
            SetUnknown(reading, ValueQuality.Malformed);
            return;
        }

        reading[SupplyProperty.ManufactureDay] = RawValue.Known(response[0]);
        reading[SupplyProperty.ManufactureMonth] = RawValue.Known(response[1]);
        reading[SupplyProperty.ManufactureYear] = RawValue.Known(BinaryPrimitives.ReadUInt16LittleEndian(response[2..]));
    }

    /// <summary>Sets why the date is unknown.</summary>
    public static void SetUnknown(RawReading reading, ValueQuality quality)
    {
        reading.SetUnknown(SupplyProperty.ManufactureDay, quality);
        reading.SetUnknown(SupplyProperty.ManufactureMonth, quality);
        reading.SetUnknown(SupplyProperty.ManufactureYear, quality);
    }
}
