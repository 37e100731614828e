namespace Battery.PowerShell.Totals;

/// <summary>Adds batteries up.</summary>
internal static class TotalRules
{
    // As for one battery: right after unplugging the rate is near 0, and the time means nothing.
    private static readonly TimeSpan s_tooFarAway = TimeSpan.FromDays(10);

    /// <summary>One battery made of several, at least one. A single battery is its own total, value by value.</summary>
    public static BatteryTotal Of(IReadOnlyList<BatteryInfo> batteries) => batteries.Count == 1 ? Alone(batteries[0]) : Together(batteries);

    private static BatteryTotal Alone(BatteryInfo battery) => new()
    {
        Count = 1,
        Name = battery.Name,
        State = battery.State,
        Percentage = battery.Percentage,
        Energy = battery.Energy,
        EnergyFull = battery.EnergyFull,
        EnergyFullDesign = battery.EnergyFullDesign,
        EnergyRate = battery.EnergyRate,
        StateOfHealth = battery.StateOfHealth,
        TimeToFull = battery.TimeToFull,
        TimeToEmpty = battery.TimeToEmpty,
        Timestamp = battery.Timestamp,
        Source = battery.Source,
    };

    private static BatteryTotal Together(IReadOnlyList<BatteryInfo> batteries)
    {
        double? energy = Sum(batteries, static battery => battery.Energy);
        double? full = Sum(batteries, static battery => battery.EnergyFull);
        double? design = Sum(batteries, static battery => battery.EnergyFullDesign);
        double? flow = Sum(batteries, SignedRate);
        BatteryState state = State(batteries, flow);
        return new()
        {
            Count = batteries.Count,
            Name = string.Join('+', batteries.Select(static battery => battery.Name)),
            State = state,
            Percentage = Percent(energy, full) is { } percentage ? Math.Min(percentage, 100) : null,
            Energy = energy,
            EnergyFull = full,
            EnergyFullDesign = design,
            EnergyRate = flow is { } signed ? Math.Abs(signed) : null,
            StateOfHealth = Percent(full, design),
            TimeToFull = state == BatteryState.Charging ? Time(full - energy, flow) : null,
            TimeToEmpty = state == BatteryState.Discharging ? Time(energy, -flow) : null,
            Timestamp = batteries[0].Timestamp,
            Source = batteries[0].Source,
        };
    }

    // What one battery does not tell nobody knows of all.
    private static double? Sum(IReadOnlyList<BatteryInfo> batteries, Func<BatteryInfo, double?> value)
    {
        double sum = 0;
        foreach (BatteryInfo battery in batteries)
        {
            if (value(battery) is not { } known)
            {
                return null;
            }

            sum += known;
        }

        return sum;
    }

    // Into the battery is positive. On a weak charger a battery that charges by its own word loses charge. One that neither
    // charges nor discharges has no direction: what little its driver may tell counts for nothing, what it does not tell is unknown.
    private static double? SignedRate(BatteryInfo battery) => battery.State switch
    {
        BatteryState.Charging => battery.Current < 0 ? -battery.EnergyRate : battery.EnergyRate,
        BatteryState.Discharging => -battery.EnergyRate,
        BatteryState.Full or BatteryState.NotCharging or BatteryState.Empty => battery.EnergyRate * 0,
        _ => battery.EnergyRate is 0 ? 0 : null,
    };

    private static BatteryState State(IReadOnlyList<BatteryInfo> batteries, double? flow)
    {
        bool isCharging = batteries.Any(static battery => battery.State == BatteryState.Charging);
        bool isDischarging = batteries.Any(static battery => battery.State == BatteryState.Discharging);
        return (isCharging, isDischarging) switch
        {
            // One feeds the other, or both the machine: what flows in the end tells.
            (true, true) => flow switch
            {
                > 0 => BatteryState.Charging,
                < 0 => BatteryState.Discharging,
                _ => BatteryState.Unknown,
            },
            (true, false) => BatteryState.Charging,
            (false, true) => BatteryState.Discharging,
            _ when batteries.All(battery => battery.State == batteries[0].State) => batteries[0].State,
            _ when batteries.All(static battery => battery.State is BatteryState.Full or BatteryState.NotCharging) => BatteryState.NotCharging,
            _ => BatteryState.Unknown,
        };
    }

    private static double? Percent(double? part, double? whole) => whole > 0 ? 100 * part / whole : null;

    private static TimeSpan? Time(double? amount, double? flow)
    {
        if (flow is not > 0 || amount is not >= 0)
        {
            return null;
        }

        double hours = amount.Value / flow.Value;
        return hours <= s_tooFarAway.TotalHours ? TimeSpan.FromSeconds(Math.Round(hours * 3600)) : null;
    }
}
