using Battery.PowerShell.Library;

namespace Battery.PowerShell.Totals;

/// <summary>Adds batteries up.</summary>
internal static class TotalRules
{
    // As for one battery: right after unplugging the rate is near 0, and the time is meaningless.
    private static readonly TimeSpan s_tooFarAway = TimeSpan.FromDays(10);

    /// <summary>The total of at least one battery. The total of a single battery has its values.</summary>
    /// <param name="batteries">The batteries.</param>
    /// <param name="left">The estimate for several of them as one.</param>
    public static BatteryTotal Of(IReadOnlyList<BatteryInfo> batteries, TimeLeftEstimate left) =>
        batteries.Count == 1 ? FromOne(batteries[0]) : FromSeveral(batteries, left);

    private static BatteryTotal FromOne(BatteryInfo battery) => new()
    {
        Count = 1,
        Name = battery.Name,
        State = battery.State,
        PowerFlow = battery.PowerFlow,
        SignedPower = battery.SignedPower,
        ChargeLimit = battery.ChargeLimit,
        Percentage = battery.Percentage,
        Energy = battery.Energy,
        EnergyFull = battery.EnergyFull,
        EnergyFullDesign = battery.EnergyFullDesign,
        EnergyRate = battery.EnergyRate,
        StateOfHealth = battery.StateOfHealth,
        TimeToFull = battery.TimeToFull,
        TimeToLimit = battery.TimeToLimit,
        TimeToEmpty = battery.TimeToEmpty,
        AverageRate = battery.AverageRate,
        TimeLeft = battery.TimeLeft,
        TimeLeftLow = battery.TimeLeftLow,
        TimeLeftHigh = battery.TimeLeftHigh,
        Timestamp = battery.Timestamp,
        Source = battery.Source,
    };

    private static BatteryTotal FromSeveral(IReadOnlyList<BatteryInfo> batteries, TimeLeftEstimate left)
    {
        double? energy = Sum(batteries, static battery => battery.Energy);
        double? full = Sum(batteries, static battery => battery.EnergyFull);
        double? design = Sum(batteries, static battery => battery.EnergyFullDesign);
        double? power = Sum(batteries, FlowRules.Power);
        PowerFlow flow = FlowRules.Flow(batteries, power);
        double? limit = LimitRules.Limit(batteries);
        bool isCharging = flow == PowerFlow.Charging;
        return new()
        {
            Count = batteries.Count,
            Name = string.Join('+', batteries.Select(static battery => battery.Name)),
            State = State(batteries, power),
            PowerFlow = flow,
            SignedPower = power is 0 && FlowRules.IsActive(flow) ? null : power,
            Percentage = Percent(energy, full) is { } percentage ? Math.Min(percentage, 100) : null,
            Energy = energy,
            EnergyFull = full,
            EnergyFullDesign = design,
            EnergyRate = power is { } signed ? Math.Abs(signed) : null,
            StateOfHealth = Percent(full, design),
            ChargeLimit = limit,
            TimeToFull = isCharging && !batteries.Any(LimitRules.IsLimited) ? Time(full - energy, power) : null,
            TimeToLimit = isCharging && limit is not null ? Time(LimitRules.Room(batteries), power) : null,
            TimeToEmpty = FlowRules.IsActive(flow) && !isCharging ? Time(energy, -power) : null,
            AverageRate = left.AverageRate,
            TimeLeft = left.Time,
            TimeLeftLow = left.Low,
            TimeLeftHigh = left.High,
            Timestamp = batteries[0].Timestamp,
            Source = batteries[0].Source,
        };
    }

    // A value that is unknown for one battery is unknown for the total.
    internal static double? Sum(IReadOnlyList<BatteryInfo> batteries, Func<BatteryInfo, double?> value)
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

    private static BatteryState State(IReadOnlyList<BatteryInfo> batteries, double? power)
    {
        bool isCharging = batteries.Any(static battery => battery.State == BatteryState.Charging);
        bool isDischarging = batteries.Any(static battery => battery.State == BatteryState.Discharging);
        return (isCharging, isDischarging) switch
        {
            // One charges the other, or both supply the machine: the sum of the rates decides.
            (true, true) => power switch
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

    private static TimeSpan? Time(double? amount, double? rate)
    {
        if (rate is not > 0 || amount is not >= 0)
        {
            return null;
        }

        double hours = amount.Value / rate.Value;
        return hours <= s_tooFarAway.TotalHours ? TimeSpan.FromSeconds(Math.Round(hours * 3600)) : null;
    }
}
