namespace Battery.Core.Estimation;

/// <summary>One reading of a battery, as the estimator needs it. A value that is not known is NaN.</summary>
internal readonly record struct EstimateReading
{
    /// <summary>A reading without values.</summary>
    public EstimateReading()
    {
    }

    /// <summary>When the values were read, in seconds of any clock that counts on while the machine is suspended.</summary>
    public double Time { get; init; } = double.NaN;

    /// <summary>Identifies the battery. An estimate never continues from one battery to another.</summary>
    public long Battery { get; init; }

    /// <summary>What the battery does.</summary>
    public EstimateFlow Flow { get; init; }

    /// <summary>Whether external power is connected; null where that is not known.</summary>
    public bool? ExternalPower { get; init; }

    /// <summary>Remaining energy in watt-hours.</summary>
    public double Energy { get; init; } = double.NaN;

    /// <summary>Energy of the full battery in watt-hours.</summary>
    public double EnergyFull { get; init; } = double.NaN;

    /// <summary>Remaining charge in ampere-hours.</summary>
    public double Charge { get; init; } = double.NaN;

    /// <summary>Charge of the full battery in ampere-hours.</summary>
    public double ChargeFull { get; init; } = double.NaN;

    /// <summary>State of charge in percent.</summary>
    public double Percentage { get; init; } = double.NaN;

    /// <summary>The reported power in watts, without a sign.</summary>
    public double Power { get; init; } = double.NaN;

    /// <summary>The reported current in amperes, without a sign.</summary>
    public double Current { get; init; } = double.NaN;

    /// <summary>Where charging ends, in percent: 100, or the charge limit.</summary>
    public double TargetPercentage { get; init; } = 100;

    /// <summary>
    /// Several batteries as one. The energies are added; a value that one of them lacks is unknown for all. Percentages of batteries
    /// whose capacities are not known cannot be combined.
    /// </summary>
    public static EstimateReading Sum(ReadOnlySpan<EstimateReading> batteries)
    {
        if (batteries.Length == 1)
        {
            return batteries[0];
        }

        if (batteries.IsEmpty)
        {
            return new EstimateReading();
        }

        double energy = 0, full = 0, power = 0, target = 0;
        long identity = 17;
        bool charging = false, discharging = false;
        foreach (ref readonly EstimateReading one in batteries)
        {
            energy += one.Energy;
            full += one.EnergyFull;
            power += one.Flow == EstimateFlow.None ? 0 : one.Power;
            target += one.TargetPercentage * one.EnergyFull;
            identity = unchecked((identity * 31) + one.Battery);
            charging |= one.Flow == EstimateFlow.Charging;
            discharging |= one.Flow == EstimateFlow.Discharging;
        }

        return new EstimateReading
        {
            Time = batteries[0].Time,
            Battery = identity,
            Flow = charging == discharging ? EstimateFlow.None : charging ? EstimateFlow.Charging : EstimateFlow.Discharging,
            ExternalPower = batteries[0].ExternalPower,
            Energy = energy,
            EnergyFull = full,
            Percentage = 100 * energy / full,
            Power = power,
            TargetPercentage = target / full,
        };
    }
}
