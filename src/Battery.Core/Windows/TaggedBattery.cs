using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows;

/// <summary>
/// The battery that a device has under one tag, read at three speeds: names and date of manufacture once, capacities once a
/// minute, the status each time. A request that fails is sent again at the next reading, one that is not supported is not.
/// </summary>
/// <param name="device">The device.</param>
/// <param name="tag">The tag. The driver issues a new one whenever data may have changed that is read once.</param>
/// <param name="clock">A monotonic clock, in milliseconds.</param>
internal sealed class TaggedBattery(IBatteryClassDevice device, uint tag, Func<long> clock)
{
    /// <summary>
    /// How long BATTERY_INFORMATION is used, milliseconds. Full capacity and cycle count change at most once per charge, and
    /// a driver may request them from the embedded controller (a request can take 80 ms); but a program that watches a
    /// battery for months must see them change.
    /// </summary>
    public const long InformationAge = 60_000;

    // The values that are not read each time.
    private readonly RawReading _kept = new() { Name = string.Empty };
    private readonly RawText _uniqueId = new();
    private readonly HashSet<BatteryInformationLevel> _finished = [];
    private BatteryInformation? _information;
    private long _informationEnd;

    /// <summary>The tag.</summary>
    public uint Tag => tag;

    /// <summary>Which battery it is.</summary>
    public BatteryIdentity Identity =>
        new(Text(BatteryInformationLevel.ManufactureName), Text(BatteryInformationLevel.DeviceName), Text(BatteryInformationLevel.SerialNumber), _uniqueId);

    /// <summary>Sets all values unknown. A device that may contain a battery is one.</summary>
    public static void SetUnknown(RawReading reading, ValueQuality quality)
    {
        reading.Clear();
        BatteryInformation.SetUnknown(reading, quality);
        reading.SetUnknown(SupplyProperty.ModelName, quality);
        reading.SetUnknown(SupplyProperty.Manufacturer, quality);
        reading.SetUnknown(SupplyProperty.SerialNumber, quality);
        BatteryManufactureDate.SetUnknown(reading, quality);
        SetStatusUnknown(reading, quality);
    }

    /// <summary>Gives the values of the last reading that are not read each time; the others are unknown.</summary>
    public void GiveKept(RawReading reading, ValueQuality quality)
    {
        reading.CopyFrom(_kept);
        SetStatusUnknown(reading, quality);
    }

    /// <summary>Reads the battery.</summary>
    /// <returns>0, or the error that shows that the tag is no longer the device's.</returns>
    public int Read(RawReading reading)
    {
        ReadInformation();
        ReadNames();
        reading.CopyFrom(_kept);

        // Last: a response for this tag proves that everything before was of the same battery.
        int error = ReadStatus(reading);
        if (Win32Error.IsGone(error))
        {
            return error;
        }

        reading[SupplyProperty.Temperature] = ReadNumber(BatteryInformationLevel.Temperature, BatteryTemperature.Decode);

        // Defined while discharging only, and on some machines each request runs a firmware method.
        reading[SupplyProperty.TimeToEmptyNow] = StateRule.State(reading) is { IsKnown: true, Number: (int)BatteryState.Discharging }
            ? ReadNumber(BatteryInformationLevel.EstimatedTime, BatteryEstimatedTime.Decode)
            : RawValue.Unknown(ValueQuality.Missing);
        return Win32Error.None;
    }

    private static void SetStatusUnknown(RawReading reading, ValueQuality quality)
    {
        BatteryStatus.SetUnknown(reading, quality);
        reading.SetUnknown(SupplyProperty.Temperature, quality);
        reading.SetUnknown(SupplyProperty.TimeToEmptyNow, quality);
    }

    private void ReadInformation()
    {
        if (_information is not null && clock() < _informationEnd)
        {
            return;
        }

        Span<byte> response = stackalloc byte[BatteryInformation.Size];
        int error = device.QueryInformation(tag, BatteryInformationLevel.Information, response, out int length);
        if (error != Win32Error.None)
        {
            BatteryInformation.SetUnknown(_kept, Win32Error.ToQuality(error));
        }

        _information = error == Win32Error.None ? BatteryInformation.Decode(response[..length], _kept) : null;
        _informationEnd = clock() + InformationAge;
    }

    private void ReadNames()
    {
        ReadOnce(BatteryInformationLevel.DeviceName);
        ReadOnce(BatteryInformationLevel.ManufactureName);
        ReadOnce(BatteryInformationLevel.SerialNumber);
        ReadOnce(BatteryInformationLevel.UniqueId);
        ReadOnce(BatteryInformationLevel.ManufactureDate);
    }

    private void ReadOnce(BatteryInformationLevel level)
    {
        if (_finished.Contains(level))
        {
            return;
        }

        Span<byte> response = stackalloc byte[BatteryText.MaxSize];
        ValueQuality quality = Query(level, response, out int length);
        if (quality == ValueQuality.Known)
        {
            _finished.Add(level);
            Decode(level, response[..length]);
        }
        else if (level == BatteryInformationLevel.ManufactureDate)
        {
            BatteryManufactureDate.SetUnknown(_kept, quality);
        }
        else
        {
            Text(level).Clear(quality);
        }
    }

    private void Decode(BatteryInformationLevel level, ReadOnlySpan<byte> response)
    {
        if (level == BatteryInformationLevel.ManufactureDate)
        {
            BatteryManufactureDate.Decode(response, _kept);
        }
        else
        {
            BatteryText.Decode(response, Text(level));
        }
    }

    private RawText Text(BatteryInformationLevel level) => level switch
    {
        BatteryInformationLevel.DeviceName => _kept.Text(SupplyProperty.ModelName),
        BatteryInformationLevel.ManufactureName => _kept.Text(SupplyProperty.Manufacturer),
        BatteryInformationLevel.SerialNumber => _kept.Text(SupplyProperty.SerialNumber),
        _ => _uniqueId,
    };

    private int ReadStatus(RawReading reading)
    {
        Span<byte> response = stackalloc byte[BatteryStatus.Size];
        int error = device.QueryStatus(tag, response, out int length);
        if (error == Win32Error.None)
        {
            BatteryStatus.Decode(response[..length], _information, reading);
        }
        else
        {
            BatteryStatus.SetUnknown(reading, Win32Error.ToQuality(error));
        }

        return error;
    }

    private RawValue ReadNumber(BatteryInformationLevel level, Func<ReadOnlySpan<byte>, RawValue> decode)
    {
        if (_finished.Contains(level))
        {
            return RawValue.Unknown(ValueQuality.Missing);
        }

        Span<byte> response = stackalloc byte[sizeof(uint)];
        ValueQuality quality = Query(level, response, out int length);
        return quality == ValueQuality.Known ? decode(response[..length]) : RawValue.Unknown(quality);
    }

    // A level that is not supported is not requested again. For a removed device the status request fails as well.
    private ValueQuality Query(BatteryInformationLevel level, Span<byte> response, out int length)
    {
        int error = device.QueryInformation(tag, level, response, out length);
        ValueQuality quality = error == Win32Error.None ? ValueQuality.Known : Win32Error.ToQuality(error);
        if (quality == ValueQuality.Missing && !Win32Error.IsGone(error))
        {
            _finished.Add(level);
        }

        return quality;
    }
}
