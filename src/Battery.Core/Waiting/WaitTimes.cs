namespace Battery.Core.Waiting;

/// <summary>When a wait polls the power supplies, in milliseconds.</summary>
internal static class WaitTimes
{
    /// <summary>
    /// After a notification, until drivers have updated their values. Within this time one change often causes several
    /// notifications. A reading of this age is as good as a new one: a new one would not have settled either.
    /// </summary>
    public const int Settle = 50;

    /// <summary>
    /// After the last notification. An embedded controller takes a second or so from 'plugged in' to 'charging', the kernel's ACPI
    /// driver reads a battery at most once a second, and the Steam Deck's status changes seconds after the adapter's notification.
    /// None of these causes a notification of its own.
    /// </summary>
    public static ReadOnlySpan<int> Late => [2_000, 5_000, 10_000, 20_000];

    /// <summary>With notifications: some adapters and gauges never cause any.</summary>
    public const int Safety = 60_000;

    /// <summary>Without notifications.</summary>
    public const int WithoutEvents = 5_000;
}
