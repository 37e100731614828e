using Battery.Core.Rules;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// What ends the wait of IOCTL_BATTERY_QUERY_STATUS: another state, a capacity below or above the limits, or another tag
/// (BATTERY_WAIT_STATUS, https://learn.microsoft.com/windows/win32/power/battery-wait-status-str). In an empty bay the wait of
/// IOCTL_BATTERY_QUERY_TAG ends when a battery is inserted.
/// </summary>
/// <param name="Tag">The battery; 0 in an empty bay.</param>
/// <param name="PowerState">The flags as they are.</param>
/// <param name="LowCapacity">The lowest capacity of the present whole percent.</param>
/// <param name="HighCapacity">The highest capacity of it.</param>
internal readonly record struct BatteryWaitConditions(uint Tag, uint PowerState, uint LowCapacity, uint HighCapacity)
{
    /// <summary>The conditions of an empty bay.</summary>
    public static BatteryWaitConditions UntilInserted => default;

    /// <summary>The conditions that end with the present state and the present whole percent. Finer ones would end all the time.</summary>
    /// <param name="tag">The battery.</param>
    /// <param name="now">The present status.</param>
    /// <param name="full">The full capacity in the same unit; 0 or <see cref="Sentinels.AllOnes"/> if it is unknown.</param>
    public static BatteryWaitConditions Until(uint tag, BatteryStatus now, uint full)
    {
        if (now.Capacity == Sentinels.AllOnes || full is 0 or Sentinels.AllOnes)
        {
            return new(tag, now.PowerState, 0, Sentinels.AllOnes);
        }

        ulong percent = 100UL * now.Capacity / full;
        return new(tag, now.PowerState, Least(percent, full), Least(percent + 1, full) - 1);
    }

    /// <summary>Whether what is in the bay now ends the wait.</summary>
    /// <param name="tag">The battery; 0 if the bay is empty.</param>
    /// <param name="now">Its status.</param>
    public bool AreMetBy(uint tag, BatteryStatus now) =>
        tag != Tag || (tag != 0 && (now.PowerState != PowerState || now.Capacity < LowCapacity || now.Capacity > HighCapacity));

    /// <summary>Whether the completion of the request is due to a change, and not to a driver that fails or does not wait.</summary>
    /// <param name="error">0, or the error of the request. A battery that is removed completes it with an error.</param>
    /// <param name="response">The output buffer.</param>
    public bool AreMetBy(int error, ReadOnlySpan<byte> response) =>
        Win32Error.IsGone(error) ? Tag != 0
        : error == Win32Error.None && (Tag == 0 || (BatteryStatus.Parse(response) is { } now && AreMetBy(Tag, now)));

    // The lowest capacity of a percentage.
    private static uint Least(ulong percent, uint full) => (uint)Math.Min(((percent * full) + 99) / 100, Sentinels.AllOnes);
}
