using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Totals;
using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>
/// Several batteries as one, at one moment. New members are added at the end. A number that is not known, also for one of the
/// batteries, is NaN.
/// </summary>
[CName("battery_summary")]
[StructLayout(LayoutKind.Sequential)]
public struct Summary
{
    /// <summary>State of charge, 0 to 100 %: energy over full energy, of all.</summary>
    public double Percentage;

    /// <summary>
    /// The time to show: the estimate where there is one that is not provisional; else the time to empty while discharging, or the
    /// time to the charge limit or to full while charging. Unit: s.
    /// </summary>
    public double TimeS;

    /// <summary>Power with its direction: positive into the batteries, negative while they lose energy. Unit: W.</summary>
    public double SignedPowerW;

    /// <summary>The state of the sum.</summary>
    public BatteryState State;

    /// <summary>What is going on, by the sign of the sum of the powers.</summary>
    public PowerFlow PowerFlow;

    /// <summary>Whether external power is connected.</summary>
    public ExternalPower ExternalPower;

    /// <summary>The number of batteries; with 0, nothing else is known.</summary>
    public uint Count;

    /// <summary>Remaining energy. Unit: Wh.</summary>
    public double EnergyWh;

    /// <summary>Energy when full, at present. Unit: Wh.</summary>
    public double EnergyFullWh;

    /// <summary>Energy when full, by design. Unit: Wh.</summary>
    public double EnergyFullDesignWh;

    /// <summary>Power into or out of all, a magnitude. Unit: W.</summary>
    public double EnergyRateW;

    /// <summary>Full energy over designed full energy, of all, %.</summary>
    public double StateOfHealthPercent;

    /// <summary>The percentage at which charging ends, where one of them has a charge limit; weighted by full energy.</summary>
    public double ChargeLimitPercent;

    /// <summary>Time until all are empty, only while discharging. Unit: s.</summary>
    public double TimeToEmptyS;

    /// <summary>Time until all are full, only while charging and without a charge limit. Unit: s.</summary>
    public double TimeToFullS;

    /// <summary>Time until all are at their charge limits, only while charging. Unit: s.</summary>
    public double TimeToLimitS;

    /// <summary>The average rate that the estimate is based on. Unit: W.</summary>
    public double AverageRateW;

    /// <summary>The estimated time until all are empty, or full or at the charge limit. Unit: s.</summary>
    public double TimeLeftS;

    /// <summary>The lower end of the 80 % interval of the estimated time. Unit: s.</summary>
    public double TimeLeftLowS;

    /// <summary>The upper end of the 80 % interval of the estimated time. Unit: s.</summary>
    public double TimeLeftHighS;

    internal static Summary Of(TotalPart[] batteries, ExternalPower power, in Estimate estimate)
    {
        TotalPart total = TotalRules.Of(batteries);
        bool isEstimated = estimate.IsProvisional == 0 && !double.IsNaN(estimate.TimeLeftS);
        return new()
        {
            Percentage = total.Percentage,
            TimeS = isEstimated ? estimate.TimeLeftS
                : total.PowerFlow != PowerFlow.Charging ? total.TimeToEmpty
                : double.IsNaN(total.TimeToLimit) ? total.TimeToFull
                : total.TimeToLimit,
            SignedPowerW = total.SignedPower,
            State = total.State,
            PowerFlow = total.PowerFlow,
            ExternalPower = power,
            Count = (uint)batteries.Length,
            EnergyWh = total.Energy,
            EnergyFullWh = total.EnergyFull,
            EnergyFullDesignWh = total.EnergyFullDesign,
            EnergyRateW = total.EnergyRate,
            StateOfHealthPercent = total.StateOfHealth,
            ChargeLimitPercent = total.ChargeLimit,
            TimeToEmptyS = total.TimeToEmpty,
            TimeToFullS = total.TimeToFull,
            TimeToLimitS = total.TimeToLimit,
            AverageRateW = isEstimated ? estimate.AverageRateW : double.NaN,
            TimeLeftS = isEstimated ? estimate.TimeLeftS : double.NaN,
            TimeLeftLowS = isEstimated ? estimate.LowS : double.NaN,
            TimeLeftHighS = isEstimated ? estimate.HighS : double.NaN,
        };
    }

    /// <summary>What the rules of the sum need of a battery.</summary>
    internal static TotalPart Part(in BatteryInfo battery) => new()
    {
        State = battery.State,
        PowerFlow = battery.PowerFlow,
        ChargeType = battery.ChargeType,
        Percentage = battery.Percentage,
        Energy = battery.EnergyWh,
        EnergyFull = battery.EnergyFullWh,
        EnergyFullDesign = battery.EnergyFullDesignWh,
        EnergyRate = battery.EnergyRateW,
        SignedPower = battery.SignedPowerW,
        StateOfHealth = battery.StateOfHealthPercent,
        ChargeLimit = battery.ChargeLimitPercent,
        TimeToFull = battery.TimeToFullS,
        TimeToLimit = battery.TimeToLimitS,
        TimeToEmpty = battery.TimeToEmptyS,
    };
}
