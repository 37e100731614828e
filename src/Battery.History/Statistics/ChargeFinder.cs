using Battery.History.Model;

namespace Battery.History.Statistics;

/// <summary>Finds the periods in which a battery was charged.</summary>
internal static class ChargeFinder
{
    /// <summary>The charges in order of time. Each ends at its highest percentage.</summary>
    public static IEnumerable<ChargeSession> Find(Timeline timeline, BatteryKey key)
    {
        Sample[] samples = timeline.Samples;
        for (int i = 0; i < samples.Length; i++)
        {
            if (!IsCharging(samples[i]))
            {
                continue;
            }

            int next = i + 1;
            while (next < samples.Length && (IsCharging(samples[next]) || samples[next].HasNoState)
                && samples[next].IsUsage == samples[i].IsUsage && !Timeline.IsBroken(samples[next - 1], samples[next]))
            {
                next++;
            }

            ChargeSession? charge = samples[i].IsUsage ? OfPeriods(samples.AsSpan(i..next), key) : OfReadings(samples.AsSpan(i..next), key);
            i = next - 1;
            if (charge is not null)
            {
                yield return charge;
            }
        }
    }

    // pmset records no state: on external power a rising percentage shows it.
    private static bool IsCharging(Sample sample) => sample.IsCharging || (sample.IsPmset && !sample.IsDischarging && !sample.HasNoState);

    private static ChargeSession OfPeriods(ReadOnlySpan<Sample> periods, BatteryKey key)
    {
        double energy = 0;
        double percent = 0;
        foreach (Sample period in periods)
        {
            energy -= period.EnergyUsed;
            percent -= period.PercentUsed;
        }

        return new()
        {
            UtcStart = periods[0].Utc,
            UtcEnd = periods[^1].End,
            Key = key,
            StartPercentage = Known.OrNull(periods[0].Percentage),
            EndPercentage = Known.OrNull(Math.Min(100, periods[0].Percentage + percent)),
            EnergyCharged = Known.OrNull(energy),
        };
    }

    private static ChargeSession? OfReadings(ReadOnlySpan<Sample> readings, BatteryKey key)
    {
        Sample? first = null;
        Sample? top = null;
        foreach (Sample reading in readings)
        {
            if (!double.IsNaN(reading.Percentage))
            {
                first ??= reading;
                top = top is { } high && high.Percentage >= reading.Percentage ? high : reading;
            }
        }

        if (first is not { } start || top is not { } end || end.Percentage <= start.Percentage)
        {
            return null;
        }

        return new()
        {
            UtcStart = readings[0].Utc,
            UtcEnd = end.Utc,
            Key = key,
            StartPercentage = start.Percentage,
            EndPercentage = end.Percentage,
            EnergyCharged = Known.OrNull(end.Energy - start.Energy),
        };
    }
}
