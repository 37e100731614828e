using Battery.History.Model;

namespace Battery.History.Statistics;

/// <summary>What the statistics need of a point, small enough for a million of them. NaN is unknown.</summary>
internal readonly record struct Sample(
    DateTime Utc, TimeSpan? Duration, double Percentage, double Energy, double Rate, double EnergyUsed, double PercentUsed, float Temperature,
        Sample.Traits Flags)
{
    [Flags]
    public enum Traits : byte
    {
        None = 0,
        Discharging = 1,
        Charging = 2,
        External = 4,
        Sleep = 8,
        Usage = 16,
        Started = 32,
        Pmset = 64,
        Resting = 128,
    }

    public bool IsDischarging => Has(Traits.Discharging);

    public bool IsCharging => Has(Traits.Charging);

    public bool IsUsage => Has(Traits.Usage);

    public bool IsSleep => Has(Traits.Sleep);

    public bool IsPmset => Has(Traits.Pmset);

    /// <summary>Whether it is the first after a start of the recorder.</summary>
    public bool IsFirst => Has(Traits.Started);

    /// <summary>Whether the state of the battery is not known.</summary>
    public bool HasNoState => (Flags & (Traits.Discharging | Traits.Charging | Traits.Resting)) == 0;

    /// <summary>The end of the period, or the time of a reading.</summary>
    public DateTime End => IsUsage ? Utc + (Duration ?? TimeSpan.Zero) : Utc;

    public static Sample Of(HistoryPoint point)
    {
        bool isUsage = point.Kind == HistoryKind.Usage;
        bool isDischarging = point.State switch
        {
            HistoryState.Discharging => true,
            HistoryState.Empty => point.ExternalPower != true,
            HistoryState.Unknown => point.ExternalPower == false,
            _ => false,
        };
        bool isCharging = point.State == HistoryState.Charging;
        Traits flags = (isDischarging ? Traits.Discharging : isCharging ? Traits.Charging
                : point.State != HistoryState.Unknown || point.ExternalPower == true ? Traits.Resting : Traits.None)
            | (point.ExternalPower == true || isCharging || point.State is HistoryState.Full or HistoryState.NotCharging ? Traits.External : Traits.None)
            | (point.Activity == HistoryActivity.Sleep ? Traits.Sleep : Traits.None)
            | (isUsage ? Traits.Usage : Traits.None)
            | (point.RecorderStarted is not null ? Traits.Started : Traits.None)
            | (point.Format == HistoryFormat.Pmset ? Traits.Pmset : Traits.None);
        return new(
            point.Utc, point.Duration, point.Percentage ?? double.NaN, point.Energy ?? double.NaN, point.EnergyRate ?? double.NaN,
            point.EnergyUsed ?? double.NaN, point.PercentUsed ?? double.NaN, (float)(point.Temperature ?? double.NaN), flags);
    }

    private bool Has(Traits flag) => (Flags & flag) != 0;
}
