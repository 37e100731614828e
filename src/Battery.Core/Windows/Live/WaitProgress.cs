using System.Buffers.Binary;
using Battery.Core.Rules;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Live;

/// <summary>
/// Decides what is requested of one device to wait for a change, what the completion of a request means, and when the next one is
/// due. It holds no handle.
/// </summary>
internal sealed class WaitProgress
{
    /// <summary>How long a device is not asked that fails or does not wait, milliseconds. Meanwhile changes are found by polling.</summary>
    public const long Pause = 60_000;

    // One failure may be the end of a standby, or a change between reading the status and the request.
    private const int Attempts = 2;

    private BatteryWaitConditions? _conditions;
    private int _failures;
    private long _due = long.MinValue;

    /// <summary>What ends the wait that <see cref="TryBegin"/> began.</summary>
    public BatteryWaitConditions Conditions => _conditions.GetValueOrDefault();

    /// <summary>Whether a request may be sent.</summary>
    /// <param name="time">The time in milliseconds.</param>
    public bool IsDue(long time) => time >= _due;

    /// <summary>Reads what is in the device, for the conditions of the next request.</summary>
    /// <param name="device">The device.</param>
    /// <param name="isChange">Whether it ends the wait before: then something changed while no request was pending.</param>
    /// <returns>False if the driver fails.</returns>
    public bool TryBegin(IBatteryClassDevice device, out bool isChange)
    {
        try
        {
            isChange = false;
            if (!TryQuery(device, out uint tag, out BatteryStatus now))
            {
                return false;
            }

            isChange = Conditions.AreMetBy(tag, now) && _conditions is not null;
            _conditions = tag == 0 ? BatteryWaitConditions.UntilInserted : BatteryWaitConditions.Until(tag, now, FullCapacity(device, tag));
            return true;
        }
        finally
        {
            device.Release();
        }
    }

    /// <summary>Judges the completion of a request.</summary>
    /// <param name="error">0, or the error of the request.</param>
    /// <param name="response">The output buffer.</param>
    /// <param name="time">The time in milliseconds.</param>
    /// <returns>Whether there was a change.</returns>
    public bool Complete(int error, ReadOnlySpan<byte> response, long time)
    {
        if (!Conditions.AreMetBy(error, response))
        {
            Fail(time);
            return false;
        }

        _failures = 0;
        return true;
    }

    /// <summary>Counts a failure. The next request is due at once after the first, and after a pause after the second.</summary>
    /// <param name="time">The time in milliseconds.</param>
    public void Fail(long time)
    {
        _failures++;
        if (_failures == Attempts)
        {
            // What changes in the pause is found by polling.
            _conditions = null;
            _failures = 0;
            _due = time + Pause;
        }
    }

    /// <summary>Makes a request due now.</summary>
    public void Resume()
    {
        _failures = 0;
        _due = long.MinValue;
    }

    // The tag is 0 if the bay is empty.
    private static bool TryQuery(IBatteryClassDevice device, out uint tag, out BatteryStatus now)
    {
        now = default;
        int error = device.QueryTag(out tag);
        if (Win32Error.IsGone(error) || tag == 0)
        {
            tag = 0;
            return error == Win32Error.None || Win32Error.IsGone(error);
        }

        Span<byte> response = stackalloc byte[BatteryStatus.Size];
        if (error != Win32Error.None
            || device.QueryStatus(tag, response, out int length) != Win32Error.None
            || BatteryStatus.Parse(response[..length]) is not { } status)
        {
            return false;
        }

        now = status;
        return true;
    }

    private static uint FullCapacity(IBatteryClassDevice device, uint tag)
    {
        Span<byte> response = stackalloc byte[BatteryInformation.Size];
        int error = device.QueryInformation(tag, BatteryInformationLevel.Information, response, out int length);
        return error == Win32Error.None && length >= BatteryInformation.Size
            ? BinaryPrimitives.ReadUInt32LittleEndian(response[BatteryInformation.FullChargedCapacityOffset..])
            : Sentinels.AllOnes;
    }
}
