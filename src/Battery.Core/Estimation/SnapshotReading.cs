using Battery.Core.Model;

namespace Battery.Core.Estimation;

/// <summary>Converts the values of a battery to a reading for the estimator.</summary>
public static class SnapshotReading
{
    /// <summary>The reading of a snapshot.</summary>
    /// <param name="snapshot">The values of the battery.</param>
    /// <param name="time">When they were read, in seconds.</param>
    /// <param name="power">Whether external power is connected; unknown where only the battery was read.</param>
    internal static EstimateReading Of(BatterySnapshot snapshot, double time, ExternalPower power)
    {
        double current = snapshot.Number(BatteryField.Current);
        double limit = snapshot.Number(BatteryField.ChargeEndThreshold);

        // A battery that reports charge has an energy too, which follows from the charge.
        bool countsCharge = snapshot.Number(BatteryField.Charge) >= 0;
        return new EstimateReading
        {
            Time = time,
            Flow = FlowOf(snapshot.State, current),
            ExternalPower = power switch { ExternalPower.Online => true, ExternalPower.Offline => false, _ => null },
            Energy = countsCharge ? double.NaN : snapshot.Number(BatteryField.Energy),
            EnergyFull = countsCharge ? double.NaN : snapshot.Number(BatteryField.EnergyFull),
            Charge = snapshot.Number(BatteryField.Charge),
            ChargeFull = snapshot.Number(BatteryField.ChargeFull),
            Percentage = snapshot.Number(BatteryField.Percentage),
            Power = snapshot.Number(BatteryField.EnergyRate),
            Current = Math.Abs(current),
            TargetPercentage = limit is > 0 and < 100 ? limit : 100,
        };
    }

    /// <summary>The average rate of an estimate in watts; NaN where neither energy nor voltage is known.</summary>
    public static double Watts(in TimeEstimate estimate, BatterySnapshot snapshot)
    {
        return estimate.Unit switch
        {
            EstimateUnit.WattHours => estimate.AverageRate,
            EstimateUnit.AmpereHours => estimate.AverageRate * snapshot.Number(BatteryField.Energy) / snapshot.Number(BatteryField.Charge),
            EstimateUnit.Percent => estimate.AverageRate / 100 * snapshot.Number(BatteryField.EnergyFull),
            _ => double.NaN,
        };
    }

    /// <summary>A battery that is reported as charging while current flows out of it is discharged.</summary>
    private static EstimateFlow FlowOf(BatteryState state, double current) => state switch
    {
        BatteryState.Discharging => EstimateFlow.Discharging,
        BatteryState.Charging => current < 0 ? EstimateFlow.Discharging : EstimateFlow.Charging,
        _ => EstimateFlow.None,
    };
}
