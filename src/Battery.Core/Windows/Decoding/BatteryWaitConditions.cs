using Battery.Core.Rules;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// What ends the wait of IOCTL_BATTERY_QUERY_STATUS: another state, or a capacity below or above the limits
/// (BATTERY_WAIT_STATUS, https://learn.microsoft.com/windows/win32/power/battery-wait-status-str).
/// </summary>
/// <param name="PowerState">The flags as they are.</param>
/// <param name="LowCapacity">The lowest capacity of the present whole percent.</param>
/// <param name="HighCapacity">The highest capacity of it.</param>
internal readonly record struct BatteryWaitConditions(uint PowerState, uint LowCapacity, uint HighCapacity)
{
    /// <summary>The conditions that end with the present state and the present whole percent. Finer ones would end all the time.</summary>
    /// <param name="now">The present status.</param>
    /// <param name="full">The full capacity in the same unit; 0 or <see cref="Sentinels.AllOnes"/> if it is unknown.</param>
    public static BatteryWaitConditions Until(BatteryStatus now, uint full)
    {
        if (now.Capacity == Sentinels.AllOnes || full is 0 or Sentinels.AllOnes)
        {
            return new(now.PowerState, 0, Sentinels.AllOnes);
        }

        ulong percent = 100UL * now.Capacity / full;
        return new(now.PowerState, Least(percent, full), Least(percent + 1, full) - 1);
    }

    /// <summary>Whether a status ends the wait.</summary>
    public bool AreMetBy(BatteryStatus status) =>
        status.PowerState != PowerState || status.Capacity < LowCapacity || status.Capacity > HighCapacity;

    // The lowest capacity of a percentage.
    private static uint Least(ulong percent, uint full) => (uint)Math.Min(((percent * full) + 99) / 100, Sentinels.AllOnes);
}
