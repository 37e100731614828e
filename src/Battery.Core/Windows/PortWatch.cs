using System.Buffers.Binary;
using System.Runtime.Versioning;

namespace Battery.Core.Windows;

/// <summary>
/// Waits for what happens in one port: in a bay with a battery for another state or percent or for the battery to leave, in
/// an empty one for a battery to come.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class PortWatch(string path) : IDisposable
{
    private const uint Forever = 0xFFFFFFFF;

    // Something may change between looking and asking; twice in a row it is a driver that does not wait.
    private const int Attempts = 2;

    private PendingQuestion? _question;
    private BatteryWaitConditions? _conditions;

    /// <summary>Where the port is.</summary>
    public string Path => path;

    /// <summary>Whether the driver answers without waiting, or does not answer: then nothing is announced, and asking on would be a busy loop.</summary>
    public bool IsDeaf { get; private set; }

    /// <summary>Set when there is something to <see cref="Take"/>; null where nothing waits.</summary>
    public WaitHandle? Done => _question?.Done;

    /// <summary>Begins to wait, from what is there now.</summary>
    public void Arm()
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            _question = Ask();
            if (_question is null)
            {
                break;
            }

            if (!_question.Done.WaitOne(0))
            {
                return;
            }

            Drop();
        }

        IsDeaf = true;
    }

    /// <summary>Takes the answer, if there is one, and waits on.</summary>
    /// <returns>Whether it tells of a change.</returns>
    public bool Take()
    {
        if (_question is null || !_question.Done.WaitOne(0))
        {
            return false;
        }

        Span<byte> answer = stackalloc byte[BatteryStatus.Size];
        int error = _question.Answer(answer, out int length);
        bool isChange = Win32Error.IsGone(error)
            ? _conditions is not null
            : error == Win32Error.None && (_conditions is null || (BatteryStatus.Parse(answer[..length]) is { } status && _conditions.Value.AreMetBy(status)));
        Drop();
        if (isChange)
        {
            Arm();
        }

        IsDeaf |= !isChange;
        return isChange;
    }

    /// <inheritdoc/>
    public void Dispose() => Drop();

    private PendingQuestion? Ask()
    {
        var port = new LivePort(path);
        try
        {
            int error = port.QueryTag(out uint tag);
            Span<byte> answer = stackalloc byte[BatteryInformation.Size];
            if (error == Win32Error.None && port.QueryStatus(tag, answer, out int length) == Win32Error.None && BatteryStatus.Parse(answer[..length]) is { } now)
            {
                error = port.QueryInformation(tag, BatteryInformationLevel.Information, answer, out length);
                uint full = error == Win32Error.None && length >= BatteryInformation.Size
                    ? BinaryPrimitives.ReadUInt32LittleEndian(answer[BatteryInformation.FullChargedCapacityOffset..])
                    : UnknownNumber.AllOnes;
                BatteryWaitConditions conditions = BatteryWaitConditions.Until(now, full);
                _conditions = conditions;
                return PendingQuestion.Ask(path, BatteryDevices.StatusCode, [tag, Forever, conditions.PowerState, conditions.LowCapacity, conditions.HighCapacity]);
            }

            _conditions = null;
            return PendingQuestion.Ask(path, BatteryDevices.TagCode, [Forever]);
        }
        finally
        {
            port.Release();
        }
    }

    private void Drop()
    {
        _question?.Dispose();
        _question = null;
    }
}
