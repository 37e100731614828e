using Battery.Core.Estimation;
using Battery.Core.Model;

namespace Battery.Core.Totals;

/// <summary>Adds batteries up. A value that is unknown for one battery, NaN, is unknown for the total.</summary>
public static class TotalRules
{
    private const double SecondsPerHour = 3600;

    /// <summary>The values of several batteries as one. One battery by itself keeps its values; without a battery nothing is known.</summary>
    /// <param name="batteries">The batteries.</param>
    public static TotalPart Of(TotalPart[] batteries)
    {
        ArgumentNullException.ThrowIfNull(batteries);
        return batteries.Length switch
        {
            0 => Unknown,
            1 => batteries[0],
            _ => OfSeveral(batteries),
        };
    }

    private static TotalPart Unknown => new()
    {
        Percentage = double.NaN,
        Energy = double.NaN,
        EnergyFull = double.NaN,
        EnergyFullDesign = double.NaN,
        EnergyRate = double.NaN,
        SignedPower = double.NaN,
        StateOfHealth = double.NaN,
        ChargeLimit = double.NaN,
        TimeToFull = double.NaN,
        TimeToLimit = double.NaN,
        TimeToEmpty = double.NaN,
    };

    private static TotalPart OfSeveral(TotalPart[] batteries)
    {
        double energy = Sum(batteries, static battery => battery.Energy);
        double full = Sum(batteries, static battery => battery.EnergyFull);
        double design = Sum(batteries, static battery => battery.EnergyFullDesign);
        double power = Sum(batteries, static battery => TotalFlow.Power(battery));
        double limit = TotalLimit.Limit(batteries);
        PowerFlow flow = TotalFlow.Flow(batteries, power);
        bool isActive = TotalFlow.IsActive(flow), isCharging = flow == PowerFlow.Charging;
        bool isLimited = Array.Exists(batteries, static battery => battery.IsLimited);
        return new()
        {
            State = TotalFlow.State(batteries, power),
            PowerFlow = flow,
            Percentage = Math.Min(Percent(energy, full), 100),
            Energy = energy,
            EnergyFull = full,
            EnergyFullDesign = design,
            EnergyRate = Math.Abs(power),
            SignedPower = power == 0 && isActive ? double.NaN : power,
            StateOfHealth = Percent(full, design),
            ChargeLimit = limit,
            TimeToFull = isCharging && !isLimited ? Time(full - energy, power) : double.NaN,
            TimeToLimit = isCharging && !double.IsNaN(limit) ? Time(TotalLimit.Room(batteries), power) : double.NaN,
            TimeToEmpty = isActive && !isCharging ? Time(energy, -power) : double.NaN,
        };
    }

    /// <summary>The sum of a value; NaN if it is unknown for one.</summary>
    internal static double Sum(TotalPart[] batteries, Func<TotalPart, double> value)
    {
        double sum = 0;
        foreach (TotalPart battery in batteries)
        {
            sum += value(battery);
        }

        return sum;
    }

    private static double Percent(double part, double whole) => whole > 0 ? 100 * part / whole : double.NaN;

    // The bound is that of one battery.
    private static double Time(double amount, double rate) =>
        rate > 0 && amount >= 0 && amount / rate * SecondsPerHour is var seconds and <= TimeToPercentage.MaxSeconds ? seconds : double.NaN;
}
