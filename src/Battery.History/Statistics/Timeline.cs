namespace Battery.History.Statistics;

/// <summary>The samples of a battery in order of time, without duplicates, and the durations between them.</summary>
internal sealed class Timeline
{
    /// <summary>A longer gap ends a session, because nothing is known of it.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromHours(24);

    /// <summary>A shorter gap is normal for a recorder.</summary>
    public static readonly TimeSpan ShortestSilence = TimeSpan.FromMinutes(10);

    private const double Rise = 1;
    private const int IntervalsInGap = 3;

    public Timeline(IEnumerable<Sample> samples)
    {
        Samples = samples.OrderBy(static sample => sample.Utc).ToArray();
        int count = 0;
        foreach (Sample sample in Samples)
        {
            // The same line twice, for example in two copies of a log.
            if (count > 0 && IsSame(Samples[count - 1], sample))
            {
                Samples[count - 1] = Samples[count - 1] with { Flags = Samples[count - 1].Flags | sample.Flags,
                    Duration = Samples[count - 1].Duration ?? sample.Duration };
                continue;
            }

            Samples[count++] = sample;
        }

        Samples = Samples[..count];
        Silence = SilenceOf(Samples);
    }

    public Sample[] Samples { get; }

    /// <summary>A longer gap means that nothing was recorded: 10 minutes, or more for a recorder with longer intervals.</summary>
    public TimeSpan Silence { get; }

    /// <summary>Whether nothing is known of the time between two samples, so that a session cannot continue across it.</summary>
    public static bool IsBroken(Sample before, Sample after)
    {
        if (after.IsFirst)
        {
            return true;
        }

        DateTime end = before.IsSleep && before.Duration is { } sleep ? before.Utc + sleep : before.End;
        TimeSpan gap = after.Utc - end;
        return gap > LongestGap || (gap > ShortestSilence && !before.IsUsage && after.IsDischarging && after.Percentage > before.Percentage + Rise);
    }

    /// <summary>How long the values of a sample hold: for its period, else until the next sample, unless that is too late.</summary>
    public TimeSpan Holds(int index)
    {
        Sample sample = Samples[index];
        if (sample.Duration is { } duration && (sample.IsUsage || sample.IsSleep))
        {
            return duration;
        }

        if (index + 1 >= Samples.Length || Samples[index + 1].IsFirst)
        {
            return TimeSpan.Zero;
        }

        TimeSpan gap = Samples[index + 1].Utc - sample.Utc;

        // UPower and pmset write nothing while a battery on external power does not change.
        bool isQuiet = !sample.IsDischarging && gap <= LongestGap && Samples[index + 1].Percentage is double.NaN or >= 99.5;
        return gap <= Silence || isQuiet ? gap : TimeSpan.Zero;
    }

    private static bool IsSame(Sample a, Sample b) =>
        a.Utc == b.Utc && !a.IsUsage && !b.IsUsage && a.Percentage.Equals(b.Percentage) && a.IsDischarging == b.IsDischarging && a.Rate.Equals(b.Rate);

    private static TimeSpan SilenceOf(Sample[] samples)
    {
        if (samples.Length < 3)
        {
            return ShortestSilence;
        }

        var gaps = new long[samples.Length - 1];
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = (samples[i + 1].Utc - samples[i].Utc).Ticks;
        }

        Array.Sort(gaps);
        return TimeSpan.FromTicks(Math.Max(ShortestSilence.Ticks, IntervalsInGap * gaps[gaps.Length / 2]));
    }
}
