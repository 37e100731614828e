using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows;

/// <summary>
/// Reads the battery that was in a port at the first reading, at three speeds: names and date of manufacture once, what
/// the battery is and what fits in once a minute, what it does each time.
/// </summary>
/// <param name="port">The port.</param>
/// <param name="clock">Milliseconds that only grow.</param>
internal sealed class WindowsSupplyReader(IBatteryClassDevice port, Func<long> clock) : ISupplyReader
{
    /// <summary>
    /// How long BATTERY_INFORMATION stands, milliseconds. Full capacity and cycle count change at most once a charge, and a
    /// driver may ask the embedded controller for them (a question to it can take 80 ms); but a program that watches a
    /// battery for months must see them change.
    /// </summary>
    public const long InformationAge = 60_000;

    private uint _tag;
    private RawReading? _named;
    private BatteryInformation? _information;
    private long _informationEnd;
    private bool _hasTemperature = true;
    private bool _hasEstimatedTime = true;

    /// <inheritdoc/>
    public string Location => port.Path;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading) => Read(reading) == Win32Error.None;

    /// <summary>Reads all that the battery says.</summary>
    /// <returns>0, or the error for which there is no battery to speak of.</returns>
    public int Read(RawReading reading)
    {
        try
        {
            int error = QueryTag();
            if (error != Win32Error.None)
            {
                return Fail(error, reading);
            }

            ReadInformation(reading);
            ReadNames(reading);

            // Last: an answer to this tag proves that all before it was of the same battery.
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
            port.Release();
        }
    }

    // Another tag is another battery, which has a reader of its own as soon as somebody lists.
    private int QueryTag()
    {
        int error = port.QueryTag(out uint tag);
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

    // A battery that was there and whose driver answers with an error is not gone; it tells nothing now.
    private int Fail(int error, RawReading reading)
    {
        if (Win32Error.IsGone(error) || _tag == 0)
        {
            return error;
        }

        ValueQuality quality = Win32Error.ToQuality(error);
        BatteryStatus.SetUnknown(reading, quality);
        reading.SetUnknown(SupplyProperty.Temperature, quality);
        reading.SetUnknown(SupplyProperty.TimeToEmptyNow, quality);
        return Win32Error.None;
    }

    private void ReadInformation(RawReading reading)
    {
        if (ReferenceEquals(_named, reading) && _information is not null && clock() < _informationEnd)
        {
            return;
        }

        Span<byte> answer = stackalloc byte[BatteryInformation.Size];
        int error = port.QueryInformation(_tag, BatteryInformationLevel.Information, answer, out int length);
        if (error != Win32Error.None)
        {
            BatteryInformation.SetUnknown(reading, Win32Error.ToQuality(error));
        }

        _information = error == Win32Error.None ? BatteryInformation.Decode(answer[..length], reading) : null;
        _informationEnd = clock() + InformationAge;
    }

    private void ReadNames(RawReading reading)
    {
        if (ReferenceEquals(_named, reading))
        {
            return;
        }

        _named = reading;
        Span<byte> answer = stackalloc byte[BatteryText.MaxSize];
        ReadName(BatteryInformationLevel.DeviceName, SupplyProperty.ModelName, reading, answer);
        ReadName(BatteryInformationLevel.ManufactureName, SupplyProperty.Manufacturer, reading, answer);
        ReadName(BatteryInformationLevel.SerialNumber, SupplyProperty.SerialNumber, reading, answer);
        int error = port.QueryInformation(_tag, BatteryInformationLevel.ManufactureDate, answer, out int length);
        if (error == Win32Error.None)
        {
            BatteryManufactureDate.Decode(answer[..length], reading);
        }
        else
        {
            BatteryManufactureDate.SetUnknown(reading, Win32Error.ToQuality(error));
        }
    }

    private void ReadName(BatteryInformationLevel level, SupplyProperty property, RawReading reading, Span<byte> answer)
    {
        int error = port.QueryInformation(_tag, level, answer, out int length);
        if (error == Win32Error.None)
        {
            BatteryText.Decode(answer[..length], reading.Text(property));
        }
        else
        {
            reading.SetUnknown(property, Win32Error.ToQuality(error));
        }
    }

    private int ReadStatus(RawReading reading)
    {
        Span<byte> answer = stackalloc byte[BatteryStatus.Size];
        int error = port.QueryStatus(_tag, answer, out int length);
        if (error == Win32Error.None)
        {
            BatteryStatus.Decode(answer[..length], _information, reading);
        }
        else
        {
            BatteryStatus.SetUnknown(reading, Win32Error.ToQuality(error));
        }

        return error;
    }

    private void ReadTemperature(RawReading reading) => reading[SupplyProperty.Temperature] =
        ReadNumber(BatteryInformationLevel.Temperature, ref _hasTemperature, BatteryTemperature.Decode);

    // Only then is it defined, and on some machines each question costs a firmware method.
    private void ReadEstimatedTime(RawReading reading) => reading[SupplyProperty.TimeToEmptyNow] =
        reading[SupplyProperty.Status] is { IsKnown: true, Number: (int)BatteryState.Discharging }
            ? ReadNumber(BatteryInformationLevel.EstimatedTime, ref _hasEstimatedTime, BatteryEstimatedTime.Decode)
            : RawValue.Unknown(ValueQuality.Missing);

    // A level that the driver does not support is asked once.
    private RawValue ReadNumber(BatteryInformationLevel level, ref bool isSupported, Func<ReadOnlySpan<byte>, RawValue> decode)
    {
        if (!isSupported)
        {
            return RawValue.Unknown(ValueQuality.Missing);
        }

        Span<byte> answer = stackalloc byte[sizeof(uint)];
        int error = port.QueryInformation(_tag, level, answer, out int length);
        if (error == Win32Error.None)
        {
            return decode(answer[..length]);
        }

        ValueQuality quality = Win32Error.ToQuality(error);
        isSupported = quality != ValueQuality.Missing || Win32Error.IsGone(error);
        return RawValue.Unknown(quality);
    }
}
