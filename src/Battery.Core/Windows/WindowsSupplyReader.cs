using Battery.Core.ChargeLimits;
using Battery.Core.Explanation;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;
using Battery.Core.Windows.Native;
using Battery.Core.Windows.Recorded;

namespace Battery.Core.Windows;

/// <summary>
/// Reads the battery that was in a device at the first reading, as long as the device contains it. A new tag is no other battery by itself
/// (https://learn.microsoft.com/windows/win32/power/battery-information): the driver issues one when data has changed that is read once.
/// </summary>
/// <param name="device">The device.</param>
/// <param name="clock">A monotonic clock, in milliseconds.</param>
/// <param name="chargeLimitReason">Why no charge limit can be set.</param>
internal sealed class WindowsSupplyReader(IBatteryClassDevice device, Func<long> clock, Func<string> chargeLimitReason) : ISupplyReader
{
    private TaggedBattery? _battery;

    // The tag of another battery, which gets a reader of its own from the next list.
    private uint _otherTag;

    /// <inheritdoc/>
    public string Location => PlainText.Clean(device.Path);

    /// <inheritdoc/>
    public IChargeLimitControl ChargeLimit => new UnsupportedChargeLimit(Location, chargeLimitReason());

    /// <inheritdoc/>
    public bool TryRead(RawReading reading) => !Win32Error.IsGone(Read(reading));

    /// <inheritdoc/>
    /// <remarks>Reading shows first that it is the same battery.</remarks>
    public ISupplyEvidence? Capture() =>
        TryRead(new() { Name = string.Empty }) ? new WindowsEvidence(WindowsRecorder.RecordDevice(device, keepsSerialNumbers: true)) : null;

    /// <summary>Reads the battery.</summary>
    /// <returns>
    /// 0; the error because of which the battery is not there; or another error of the driver, which does not mean that the battery was
    /// removed: then its values are unreadable.
    /// </returns>
    public int Read(RawReading reading)
    {
        try
        {
            int error = ReadOnce(reading, out uint tag);

            // The tag may have changed during the reading.
            return Win32Error.IsGone(error) && tag != 0 && tag != _otherTag ? ReadOnce(reading, out _) : error;
        }
        finally
        {
            device.Release();
        }
    }

    private int ReadOnce(RawReading reading, out uint tag)
    {
        int error = device.QueryTag(out tag);
        if (Win32Error.IsGone(error))
        {
            return error;
        }

        if (error != Win32Error.None)
        {
            SetUnreadable(reading, error);
            return error;
        }

        return tag == 0 || tag == _otherTag ? Win32Error.FileNotFound
            : tag == _battery?.Tag ? _battery.Read(reading)
            : ReadNewTag(tag, reading);
    }

    private int ReadNewTag(uint tag, RawReading reading)
    {
        var found = new TaggedBattery(device, tag, clock);
        int error = found.Read(reading);
        if (error != Win32Error.None)
        {
            return error;
        }

        bool? isSame = _battery is null ? true : _battery.Identity.IsSameAs(found.Identity);
        switch (isSame)
        {
            case true:
                _battery = found;
                return Win32Error.None;
            case false:
                _otherTag = tag;
                return Win32Error.FileNotFound;
            default:
                SetUnreadable(reading, Win32Error.NotReady);
                return Win32Error.NotReady;
        }
    }

    private void SetUnreadable(RawReading reading, int error)
    {
        if (_battery is null)
        {
            TaggedBattery.SetUnknown(reading, Win32Error.ToQuality(error));
        }
        else
        {
            _battery.GiveKept(reading, Win32Error.ToQuality(error));
        }
    }
}
