namespace Battery.Core.Waiting;

/// <summary>When a wait looks at the power supplies, in milliseconds.</summary>
internal static class WaitTimes
{
    /// <summary>After an announcement. The kernel announces before the driver shows the new status; within this time a single change comes as several announcements.</summary>
    public const int Settle = 50;

    /// <summary>After settling, once: embedded controllers take a second or so from 'plugged in' to 'charging'.</summary>
    public const int FollowUp = 2_000;

    /// <summary>With announcements: some adapters and gauges never announce anything.</summary>
    public const int Safety = 60_000;

    /// <summary>Where nothing can be announced.</summary>
    public const int Unannounced = 5_000;
}
