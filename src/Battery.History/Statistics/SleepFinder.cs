using Battery.History.Model;

namespace Battery.History.Statistics;

/// <summary>Finds the periods in which a machine slept: recorded ones, and gaps on battery in which charge was lost.</summary>
internal static class SleepFinder
{
    /// <summary>The periods in order of time.</summary>
    public static IEnumerable<SleepPeriod> Find(Timeline timeline, BatteryKey key)
    {
        Sample[] samples = timeline.Samples;
        double charge = double.NaN;
        for (int i = 0; i < samples.Length; i++)
        {
            charge = double.IsNaN(samples[i].Percentage) ? charge : samples[i].Percentage;
            SleepPeriod? period = samples[i].IsSleep ? Recorded(samples, i, key)
                : samples[i].IsUsage || samples[i].IsPmset ? null
                : Gap(timeline, i, charge, key);
            if (period is not null)
            {
                yield return period;
            }
        }
    }

    private static SleepPeriod? Recorded(Sample[] samples, int index, BatteryKey key)
    {
        Sample sample = samples[index];
        if (sample.Duration is not { } duration)
        {
            return null;
        }

        double end = sample.IsUsage ? Math.Max(0, sample.Percentage - sample.PercentUsed)
            : index + 1 < samples.Length && samples[index + 1].Utc - sample.Utc - duration <= Timeline.ShortestSilence ? samples[index + 1].Percentage
            : double.NaN;
        return new()
        {
            UtcStart = sample.Utc,
            UtcEnd = sample.Utc + duration,
            Key = key,
            IsOnBattery = sample.IsDischarging,
            IsRecorded = true,
            StartPercentage = Known.OrNull(sample.Percentage),
            EndPercentage = Known.OrNull(end),
            PercentUsed = Known.OrNull(sample.IsUsage ? sample.PercentUsed : sample.Percentage - end),
            EnergyUsed = Known.OrNull(sample.EnergyUsed),
        };
    }

    private static SleepPeriod? Gap(Timeline timeline, int index, double charge, BatteryKey key)
    {
        Sample[] samples = timeline.Samples;
        Sample before = samples[index];
        if (index + 1 >= samples.Length || !before.IsDischarging || samples[index + 1].Utc - before.Utc <= timeline.Silence)
        {
            return null;
        }

        int after = Array.FindIndex(samples, index + 1, static sample => !double.IsNaN(sample.Percentage));
        if (after < 0 || samples[after].Utc - samples[index + 1].Utc > Timeline.ShortestSilence || !(samples[after].Percentage < charge))
        {
            return null;
        }

        return new()
        {
            UtcStart = before.Utc,
            UtcEnd = samples[index + 1].Utc,
            Key = key,
            IsOnBattery = true,
            HasRestart = samples[index + 1].IsFirst,
            StartPercentage = charge,
            EndPercentage = samples[after].Percentage,
            PercentUsed = charge - samples[after].Percentage,
            EnergyUsed = Known.OrNull(before.Energy - samples[after].Energy),
        };
    }
}
