using System.Runtime.InteropServices;
using Battery.Core.Estimation;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>
/// The time that is left, estimated from the readings that a manager made of a battery. New members are added at the end. A
/// member that is not known is NaN.
/// </summary>
[CName("battery_estimate")]
[StructLayout(LayoutKind.Sequential)]
public struct Estimate
{
    /// <summary>The average rate that the estimate is based on, without a sign. Unit: W.</summary>
    public double AverageRateW;

    /// <summary>Time until the battery is empty while discharging, until the target percentage is reached while charging. Unit: s.</summary>
    public double TimeLeftS;

    /// <summary>The lower end of the 80 % interval. Unit: s.</summary>
    public double LowS;

    /// <summary>The upper end of the 80 % interval. Unit: s.</summary>
    public double HighS;

    /// <summary>0 while discharging; the charge limit, or 100, while charging.</summary>
    public double TargetPercentage;

    /// <summary>How long the readings have been followed without interruption. Unit: s.</summary>
    public double ObservedS;

    /// <summary>1 in the first minute, and until the battery's counter has changed for the first time; 0 after that.</summary>
    public uint IsProvisional;

    /// <summary>Always 0.</summary>
    public uint Reserved;

    /// <summary>No estimate.</summary>
    internal static Estimate None => Of(TimeEstimate.None, double.NaN);

    internal static Estimate Of(BatteryDevice device)
    {
        TimeEstimate estimate = device.Estimate;
        return Of(estimate, SnapshotReading.Watts(estimate, device.Snapshot));
    }

    internal static Estimate Of(EstimatorSet set)
    {
        (TimeEstimate estimate, double watts) = set.Total();
        return Of(estimate, watts);
    }

    private static Estimate Of(TimeEstimate estimate, double watts) => new()
    {
        AverageRateW = watts,
        TimeLeftS = estimate.Seconds,
        LowS = estimate.Low,
        HighS = estimate.High,
        TargetPercentage = estimate.TargetPercentage,
        ObservedS = estimate.ObservedSeconds,
        IsProvisional = estimate.IsProvisional ? 1u : 0u,
    };
}
