using Battery.Core.Model;

namespace Battery.Core.Estimation;

/// <summary>Converts the values of a battery to a reading for the estimator.</summary>
public static class SnapshotReading
{
    /// <summary>The reading of a snapshot, without what distinguishes it from other readings: the time, the battery and external power.</summary>
    /// <param name="snapshot">The values of the battery.</param>
    internal static EstimateReading Of(BatterySnapshot snapshot) => Of(
        snapshot.PowerFlow,
        (snapshot.Number(BatteryField.Energy), snapshot.Number(BatteryField.EnergyFull), snapshot.Number(BatteryField.EnergyRate)),
        (snapshot.Number(BatteryField.Charge), snapshot.Number(BatteryField.ChargeFull), snapshot.Number(BatteryField.Current)),
        snapshot.Number(BatteryField.Percentage),
        snapshot.Number(BatteryField.ChargeLimit));

    /// <summary>The same from single values; those that are not known are NaN.</summary>
    /// <param name="flow">What is going on.</param>
    /// <param name="energy">Remaining energy, energy when full, power.</param>
    /// <param name="charge">Remaining charge, charge when full, current.</param>
    /// <param name="percentage">State of charge in percent.</param>
    /// <param name="limit">The charge limit in percent.</param>
    internal static EstimateReading Of(
        PowerFlow flow, (double Now, double Full, double Rate) energy, (double Now, double Full, double Rate) charge, double percentage, double limit)
    {
        // A battery that reports charge has an energy too, which follows from the charge.
        bool countsCharge = charge.Now >= 0;
        return new()
        {
            Flow = flow switch
            {
                PowerFlow.Charging => EstimateFlow.Charging,
                PowerFlow.Discharging or PowerFlow.DischargingOnExternalPower => EstimateFlow.Discharging,
                _ => EstimateFlow.None,
            },
            Energy = countsCharge ? double.NaN : energy.Now,
            EnergyFull = countsCharge ? double.NaN : energy.Full,
            Charge = charge.Now,
            ChargeFull = charge.Full,
            Percentage = percentage,
            Power = energy.Rate,
            Current = Math.Abs(charge.Rate),

            // Firmware that charges on past the limit ignores it.
            TargetPercentage = limit > percentage ? limit : 100,
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
}
