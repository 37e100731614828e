using Battery.History.Model;

namespace Battery.History.Statistics;

/// <summary>Finds the periods in which a battery discharged.</summary>
internal static class SessionFinder
{
    private const double MinCoverage = 0.95;

    /// <summary>The sessions in order of time.</summary>
    public static IEnumerable<DischargeSession> Find(Timeline timeline, BatteryKey key)
    {
        Sample[] samples = timeline.Samples;
        double charge = double.NaN;
        for (int i = 0; i < samples.Length; i++)
        {
            charge = samples[i].IsFirst ? samples[i].Percentage : Newer(samples[i].Percentage, charge);
            if (!samples[i].IsDischarging)
            {
                continue;
            }

            double startCharge = charge;
            int last = i;
            int next = i + 1;
            while (next < samples.Length && (samples[next].IsDischarging || samples[next].HasNoState) && !Timeline.IsBroken(samples[next - 1], samples[next]))
            {
                charge = Newer(samples[next].Percentage, charge);
                last = samples[next].IsDischarging ? next : last;
                next++;
            }

            bool isUsage = samples[i].IsUsage;
            bool isEnded = !isUsage && next < samples.Length && !Timeline.IsBroken(samples[next - 1], samples[next]);
            double endCharge = isEnded ? Newer(samples[next].Percentage, charge) : charge;
            DischargeSession session = isUsage
                ? OfPeriods(samples.AsSpan(i..(last + 1)), key)
                : OfReadings(samples.AsSpan(i..(last + 1)), key, isEnded ? samples[next].Utc : samples[last].Utc, startCharge, endCharge, timeline);
            i = next - 1;
            if (isUsage || session.Duration > TimeSpan.Zero)
            {
                yield return session;
            }
        }
    }

    private static double Newer(double percentage, double before) => double.IsNaN(percentage) ? before : percentage;

    private static DischargeSession OfPeriods(ReadOnlySpan<Sample> periods, BatteryKey key)
    {
        double energy = 0;
        double percent = 0;
        double sleepEnergy = 0;
        TimeSpan sleep = TimeSpan.Zero;
        foreach (Sample period in periods)
        {
            energy += period.EnergyUsed;
            percent += period.PercentUsed;
            sleepEnergy += period.IsSleep ? period.EnergyUsed : 0;
            sleep += period.IsSleep ? period.Duration ?? TimeSpan.Zero : TimeSpan.Zero;
        }

        DateTime end = periods[^1].End;
        return new()
        {
            UtcStart = periods[0].Utc,
            UtcEnd = end,
            Key = key,
            StartPercentage = Known.OrNull(periods[0].Percentage),
            EndPercentage = Known.OrNull(Math.Max(0, periods[^1].Percentage - periods[^1].PercentUsed)),
            PercentUsed = Known.OrNull(percent),
            EnergyUsed = Known.OrNull(energy),
            MeanPower = Known.PerHour(Known.OrNull(energy), end - periods[0].Utc),
            SleepTime = sleep,
            SleepEnergyUsed = Known.OrNull(sleepEnergy),
            Points = periods.Length,
        };
    }

    private static DischargeSession OfReadings(ReadOnlySpan<Sample> readings, BatteryKey key, DateTime end, double startCharge, double endCharge,
        Timeline timeline)
    {
        double firstCharge = double.NaN;
        double firstEnergy = double.NaN;
        double lastEnergy = double.NaN;
        double rates = 0;
        double energyByRate = 0;
        int rateCount = 0;
        TimeSpan covered = TimeSpan.Zero;
        TimeSpan sleep = TimeSpan.Zero;
        for (int i = 0; i < readings.Length; i++)
        {
            Sample reading = readings[i];
            TimeSpan toNext = (i + 1 < readings.Length ? readings[i + 1].Utc : end) - reading.Utc;
            firstCharge = double.IsNaN(firstCharge) ? reading.Percentage : firstCharge;
            firstEnergy = double.IsNaN(firstEnergy) ? reading.Energy : firstEnergy;
            lastEnergy = double.IsNaN(reading.Energy) ? lastEnergy : reading.Energy;
            if (!double.IsNaN(reading.Rate) && reading.IsDischarging)
            {
                rates += reading.Rate;
                rateCount++;
                energyByRate += toNext <= timeline.Silence ? reading.Rate * toNext.TotalHours : 0;
                covered += toNext <= timeline.Silence ? toNext : TimeSpan.Zero;
            }

            sleep += reading.IsSleep && reading.Duration is { } asleep ? asleep : !reading.IsPmset && toNext > timeline.Silence ? toNext : TimeSpan.Zero;
        }

        TimeSpan duration = end - readings[0].Utc;
        double start = double.IsNaN(startCharge) ? firstCharge : startCharge;
        double? difference = Known.OrNull(firstEnergy - lastEnergy);
        double? meanRate = rateCount > 0 ? rates / rateCount : null;
        return new()
        {
            UtcStart = readings[0].Utc,
            UtcEnd = end,
            Key = key,
            StartPercentage = Known.OrNull(start),
            EndPercentage = Known.OrNull(endCharge),
            PercentUsed = Known.OrNull(start - endCharge),
            EnergyUsed = difference ?? (rateCount > 0 && covered >= MinCoverage * duration ? energyByRate : null),
            MeanPower = meanRate ?? Known.PerHour(difference, duration),
            SleepTime = sleep,
            Points = readings.Length,
        };
    }
}
