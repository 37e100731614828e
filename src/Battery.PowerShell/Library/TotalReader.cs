using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>Adds batteries up, by the library's rules.</summary>
internal static unsafe class TotalReader
{
    /// <summary>The total of at least one battery. The total of a single battery has its values.</summary>
    /// <param name="batteries">The batteries.</param>
    /// <param name="several">The estimate for several of them as one.</param>
    /// <exception cref="BatteryException">The library failed.</exception>
    public static BatteryTotal Read(List<BatteryInfo> batteries, TimeLeftEstimate several)
    {
        NativeBatteryInfo[] infos = [.. batteries.Select(static battery => battery.ToNative())];
        NativeSummary summary;
        fixed (NativeBatteryInfo* first = infos)
        {
            if (NativeMethods.battery_info_summarize(
                first, (nuint)infos.Length, (nuint)sizeof(NativeBatteryInfo), &summary, (nuint)sizeof(NativeSummary)) != 0)
            {
                throw LastError.ToException();
            }
        }

        BatteryInfo one = batteries[0];
        TimeLeftEstimate left = batteries.Count == 1 ? new(one.AverageRate, one.TimeLeft, one.TimeLeftLow, one.TimeLeftHigh) : several;
        return new()
        {
            Count = batteries.Count,
            Name = string.Join('+', batteries.Select(static battery => battery.Name)),
            State = summary.State,
            PowerFlow = summary.PowerFlow,
            Percentage = SnapshotReader.Known(summary.Percentage),
            Energy = SnapshotReader.Known(summary.EnergyWh),
            EnergyFull = SnapshotReader.Known(summary.EnergyFullWh),
            EnergyFullDesign = SnapshotReader.Known(summary.EnergyFullDesignWh),
            EnergyRate = SnapshotReader.Known(summary.EnergyRateW),
            SignedPower = SnapshotReader.Known(summary.SignedPowerW),
            ChargeLimit = SnapshotReader.Known(summary.ChargeLimitPercent),
            StateOfHealth = SnapshotReader.Known(summary.StateOfHealthPercent),
            TimeToFull = SnapshotReader.Time(summary.TimeToFullS),
            TimeToLimit = SnapshotReader.Time(summary.TimeToLimitS),
            TimeToEmpty = SnapshotReader.Time(summary.TimeToEmptyS),
            AverageRate = left.AverageRate,
            TimeLeft = left.Time,
            TimeLeftLow = left.Low,
            TimeLeftHigh = left.High,
            Timestamp = one.Timestamp,
            Source = one.Source,
        };
    }
}
