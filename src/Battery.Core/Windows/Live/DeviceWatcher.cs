using System.Buffers.Binary;
using System.Runtime.Versioning;
using Battery.Core.Rules;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Live;

/// <summary>
/// Waits for what happens in one device: in a bay with a battery for another state or percent or for the battery to leave, in
/// an empty one until a battery is added.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class DeviceWatcher(string path) : IDisposable
{
    private const uint Forever = 0xFFFFFFFF;

    // The status may change between reading it and the request; if that happens twice in a row, the driver does not wait.
    private const int Attempts = 2;

    private OverlappedIoctl? _request;
    private BatteryWaitConditions? _conditions;

    /// <summary>Where the device is.</summary>
    public string Path => path;

    /// <summary>Whether the driver completes requests without waiting, or fails them: then there are no notifications.</summary>
    public bool IsUnsupported { get; private set; }

    /// <summary>Set when <see cref="TryComplete"/> has a result; null if no request is pending.</summary>
    public WaitHandle? Done => _request?.Done;

    /// <summary>Begins to wait for a change of the present status.</summary>
    public void Start()
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            _request = BeginRequest();
            if (_request is null)
            {
                break;
            }

            if (!_request.Done.WaitOne(0))
            {
                return;
            }

            Stop();
        }

        IsUnsupported = true;
    }

    /// <summary>Completes the request if it is done, and begins the next.</summary>
    /// <returns>Whether the status has changed.</returns>
    public bool TryComplete()
    {
        if (_request is null || !_request.Done.WaitOne(0))
        {
            return false;
        }

        Span<byte> response = stackalloc byte[BatteryStatus.Size];
        int error = _request.End(response, out int length);
        bool isChange = Win32Error.IsGone(error)
            ? _conditions is not null
            : error == Win32Error.None
                && (_conditions is null || (BatteryStatus.Parse(response[..length]) is { } status && _conditions.Value.AreMetBy(status)));
        Stop();
        if (isChange)
        {
            Start();
        }

        IsUnsupported |= !isChange;
        return isChange;
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private OverlappedIoctl? BeginRequest()
    {
        var device = new LiveBatteryDevice(path);
        try
        {
            int error = device.QueryTag(out uint tag);
            Span<byte> response = stackalloc byte[BatteryInformation.Size];
            if (error == Win32Error.None
                && device.QueryStatus(tag, response, out int length) == Win32Error.None
                && BatteryStatus.Parse(response[..length]) is { } now)
            {
                error = device.QueryInformation(tag, BatteryInformationLevel.Information, response, out length);
                uint full = error == Win32Error.None && length >= BatteryInformation.Size
                    ? BinaryPrimitives.ReadUInt32LittleEndian(response[BatteryInformation.FullChargedCapacityOffset..])
                    : Sentinels.AllOnes;
                BatteryWaitConditions conditions = BatteryWaitConditions.Until(now, full);
                _conditions = conditions;
                return OverlappedIoctl.Begin(
                    path, BatteryIoctl.StatusCode, [tag, Forever, conditions.PowerState, conditions.LowCapacity, conditions.HighCapacity]);
            }

            _conditions = null;
            return OverlappedIoctl.Begin(path, BatteryIoctl.TagCode, [Forever]);
        }
        finally
        {
            device.Release();
        }
    }

    private void Stop()
    {
        _request?.Dispose();
        _request = null;
    }
}
