using System.Buffers.Binary;
using System.Runtime.Versioning;
using Battery.Core.Rules;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Live;

/// <summary>
/// Waits for what happens in one port: in a bay with a battery for another state or percent or for the battery to leave, in
/// an empty one for a battery to come.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class DeviceWatcher(string path) : IDisposable
{
    private const uint Forever = 0xFFFFFFFF;

    // Something may change between looking and asking; twice in a row it is a driver that does not wait.
    private const int Attempts = 2;

    private OverlappedIoctl? _request;
    private BatteryWaitConditions? _conditions;

    /// <summary>Where the port is.</summary>
    public string Path => path;

    /// <summary>Whether the driver answers without waiting, or does not answer: then nothing is announced, and asking on would be a busy loop.</summary>
    public bool IsUnsupported { get; private set; }

    /// <summary>Set when there is something to <see cref="TryComplete"/>; null where nothing waits.</summary>
    public WaitHandle? Done => _request?.Done;

    /// <summary>Begins to wait, from what is there now.</summary>
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

    /// <summary>Takes the answer, if there is one, and waits on.</summary>
    /// <returns>Whether it tells of a change.</returns>
    public bool TryComplete()
    {
        if (_request is null || !_request.Done.WaitOne(0))
        {
            return false;
        }

        Span<byte> answer = stackalloc byte[BatteryStatus.Size];
        int error = _request.Answer(answer, out int length);
        bool isChange = Win32Error.IsGone(error)
            ? _conditions is not null
            : error == Win32Error.None && (_conditions is null || (BatteryStatus.Parse(answer[..length]) is { } status && _conditions.Value.AreMetBy(status)));
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
        var port = new LiveBatteryDevice(path);
        try
        {
            int error = port.QueryTag(out uint tag);
            Span<byte> answer = stackalloc byte[BatteryInformation.Size];
            if (error == Win32Error.None && port.QueryStatus(tag, answer, out int length) == Win32Error.None && BatteryStatus.Parse(answer[..length]) is { } now)
            {
                error = port.QueryInformation(tag, BatteryInformationLevel.Information, answer, out length);
                uint full = error == Win32Error.None && length >= BatteryInformation.Size
                    ? BinaryPrimitives.ReadUInt32LittleEndian(answer[BatteryInformation.FullChargedCapacityOffset..])
                    : Sentinels.AllOnes;
                BatteryWaitConditions conditions = BatteryWaitConditions.Until(now, full);
                _conditions = conditions;
                return OverlappedIoctl.Begin(path, BatteryIoctl.StatusCode, [tag, Forever, conditions.PowerState, conditions.LowCapacity, conditions.HighCapacity]);
            }

            _conditions = null;
            return OverlappedIoctl.Begin(path, BatteryIoctl.TagCode, [Forever]);
        }
        finally
        {
            port.Release();
        }
    }

    private void Stop()
    {
        _request?.Dispose();
        _request = null;
    }
}
