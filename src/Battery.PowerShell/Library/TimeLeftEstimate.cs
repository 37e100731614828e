using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>An estimate of the time that is left, as the objects of the module have it.</summary>
/// <param name="AverageRate">The average rate that it is based on, W.</param>
/// <param name="Time">The time.</param>
/// <param name="Low">The lower end of the 80 % interval.</param>
/// <param name="High">The upper end of the 80 % interval.</param>
internal sealed record TimeLeftEstimate(double? AverageRate, TimeSpan? Time, TimeSpan? Low, TimeSpan? High)
{
    /// <summary>Nothing is known.</summary>
    public static TimeLeftEstimate Unknown { get; } = new(null, null, null, null);

    /// <summary>The library's estimate. A provisional one says no more than the momentary time.</summary>
    public static TimeLeftEstimate Of(in NativeEstimate estimate) => estimate.IsProvisional != 0
        ? Unknown
        : new(
            SnapshotReader.Known(estimate.AverageRateW),
            SnapshotReader.Time(estimate.TimeLeftS),
            SnapshotReader.Time(estimate.LowS),
            SnapshotReader.Time(estimate.HighS));
}
