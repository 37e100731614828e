using Battery.Core.Explanation;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;
using Battery.Core.Windows.Recorded;

namespace Battery.Core.Windows;

/// <summary>
/// Reads the battery that was in a device at the first reading, at three speeds: names and date of manufacture once,
/// capacities once a minute, the status each time.
/// </summary>
/// <param name="device">The device.</param>
/// <param name="clock">A monotonic clock, in milliseconds.</param>
internal sealed class WindowsSupplyReader(IBatteryClassDevice device, Func<long> clock) : ISupplyReader
{
    /// <summary>
    /// How long BATTERY_INFORMATION is used, milliseconds. Full capacity and cycle count change at most once per charge, and
    /// a driver may request them from the embedded controller (a request can take 80 ms); but a program that watches a
    /// battery for months must see them change.
    /// </summary>
    public const long InformationAge = 60_000;

    // The values that are not read each time.
    private readonly RawReading _kept = new() { Name = string.Empty };
    private uint _tag;
    private bool _hasNames;
    private BatteryInformation? _information;
    private long _informationEnd;
    private bool _hasTemperature = true;
    private bool _hasEstimatedTime = true;

    /// <inheritdoc/>
    public string Location => device.Path;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading) => Read(reading) == Win32Error.None;

    /// <inheritdoc/>
    public ISupplyEvidence? Capture() => new WindowsEvidence(WindowsRecorder.RecordDevice(device, keepsSerialNumbers: true));

    /// <summary>Reads the battery.</summary>
    /// <returns>0, or the error because of which there is no battery.</returns>
    public int Read(RawReading reading)
    {
        try
        {
            int error = QueryTag();
            if (Win32Error.IsGone(error) || _tag == 0)
            {
                return error;
            }

            if (error != Win32Error.None)
            {
                // The driver fails, which does not mean that the battery was removed.
                reading.CopyFrom(_kept);
                SetStatusUnknown(reading, Win32Error.ToQuality(error));
                return Win32Error.None;
            }

            ReadInformation();
            ReadNames();
            reading.CopyFrom(_kept);

            // Last: a response for this tag proves that everything before was of the same battery.
            error = ReadStatus(reading);
            if (Win32Error.IsGone(error))
            {
                return error;
            }

            ReadTemperature(reading);
            ReadEstimatedTime(reading);
            return Win32Error.None;
        }
        finally
        {
            device.Release();
        }
    }

    // Another tag is another battery, which gets a reader of its own from the next list.
    private int QueryTag()
    {
        int error = device.QueryTag(out uint tag);
        if (error != Win32Error.None)
        {
            return error;
        }

        if (tag == 0 || (_tag != 0 && tag != _tag))
        {
            return Win32Error.FileNotFound;
        }

        _tag = tag;
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
        int error = device.QueryInformation(_tag, BatteryInformationLevel.Information, response, out int length);
        if (error != Win32Error.None)
        {
            BatteryInformation.SetUnknown(_kept, Win32Error.ToQuality(error));
        }

        _information = error == Win32Error.None ? BatteryInformation.Decode(response[..length], _kept) : null;
        _informationEnd = clock() + InformationAge;
    }

    private void ReadNames()
    {
        if (_hasNames)
        {
            return;
        }

        _hasNames = true;
        Span<byte> response = stackalloc byte[BatteryText.MaxSize];
        ReadName(BatteryInformationLevel.DeviceName, SupplyProperty.ModelName, response);
        ReadName(BatteryInformationLevel.ManufactureName, SupplyProperty.Manufacturer, response);
        ReadName(BatteryInformationLevel.SerialNumber, SupplyProperty.SerialNumber, response);
        int error = device.QueryInformation(_tag, BatteryInformationLevel.ManufactureDate, response, out int length);
        if (error == Win32Error.None)
        {
            BatteryManufactureDate.Decode(response[..length], _kept);
        }
        else
        {
            BatteryManufactureDate.SetUnknown(_kept, Win32Error.ToQuality(error));
        }
    }

    private void ReadName(BatteryInformationLevel level, SupplyProperty property, Span<byte> response)
    {
        int error = device.QueryInformation(_tag, level, response, out int length);
        if (error == Win32Error.None)
        {
            BatteryText.Decode(response[..length], _kept.Text(property));
        }
        else
        {
            _kept.SetUnknown(property, Win32Error.ToQuality(error));
        }
    }

    private int ReadStatus(RawReading reading)
    {
        Span<byte> response = stackalloc byte[BatteryStatus.Size];
        int error = device.QueryStatus(_tag, response, out int length);
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

    private void ReadTemperature(RawReading reading) => reading[SupplyProperty.Temperature] =
        ReadNumber(BatteryInformationLevel.Temperature, ref _hasTemperature, BatteryTemperature.Decode);

    // Defined while discharging only, and on some machines each request runs a firmware method.
    private void ReadEstimatedTime(RawReading reading) => reading[SupplyProperty.TimeToEmptyNow] =
        StateRule.State(reading) is { IsKnown: true, Number: (int)BatteryState.Discharging }
            ? ReadNumber(BatteryInformationLevel.EstimatedTime, ref _hasEstimatedTime, BatteryEstimatedTime.Decode)
            : RawValue.Unknown(ValueQuality.Missing);

    // A level that the driver does not support is requested once.
    private RawValue ReadNumber(BatteryInformationLevel level, ref bool isSupported, Func<ReadOnlySpan<byte>, RawValue> decode)
    {
        if (!isSupported)
        {
            return RawValue.Unknown(ValueQuality.Missing);
        }

        Span<byte> response = stackalloc byte[sizeof(uint)];
        int error = device.QueryInformation(_tag, level, response, out int length);
        if (error == Win32Error.None)
        {
            return decode(response[..length]);
        }

        ValueQuality quality = Win32Error.ToQuality(error);
        isSupported = quality != ValueQuality.Missing || Win32Error.IsGone(error);
        return RawValue.Unknown(quality);
    }
}
