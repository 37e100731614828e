using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>All numbers of one battery at one moment, in full precision. New members come at the end. A member whose bit in <c>present</c> is not set is NaN, UINT32_MAX, or 0 for an enumeration.</summary>
[CName("battery_info")]
[StructLayout(LayoutKind.Sequential)]
public struct BatteryInfo
{
    /// <summary>Which values are known: bit n is the <c>battery_field</c> of number n. Texts have a bit and a getter, and no member here.</summary>
    public ulong Present;

    /// <summary>State of charge, 0 to 100 %.</summary>
    public double Percentage;

    /// <summary>Energy left, Wh.</summary>
    public double EnergyWh;

    /// <summary>Energy when full, as it is today, Wh.</summary>
    public double EnergyFullWh;

    /// <summary>Energy when full, as it was designed, Wh.</summary>
    public double EnergyFullDesignWh;

    /// <summary>Power that flows in or out, W, a magnitude.</summary>
    public double EnergyRateW;

    /// <summary>Voltage, V.</summary>
    public double VoltageV;

    /// <summary>Temperature, degrees Celsius.</summary>
    public double TemperatureC;

    /// <summary>State of health, %; may pass 100.</summary>
    public double StateOfHealthPercent;

    /// <summary>Time until full, s.</summary>
    public double TimeToFullS;

    /// <summary>Time until empty, s.</summary>
    public double TimeToEmptyS;

    /// <summary>Percentage below which charging begins.</summary>
    public double ChargeStartThresholdPercent;

    /// <summary>Percentage at which charging ends.</summary>
    public double ChargeEndThresholdPercent;

    /// <summary>Charge left, Ah.</summary>
    public double ChargeAh;

    /// <summary>Charge when full, as it is today, Ah.</summary>
    public double ChargeFullAh;

    /// <summary>Charge when full, as it was designed, Ah.</summary>
    public double ChargeFullDesignAh;

    /// <summary>Current, A; negative while the battery loses charge.</summary>
    public double CurrentA;

    /// <summary>Charge cycles so far.</summary>
    public uint CycleCount;

    /// <summary>Day of manufacture, the number yyyymmdd.</summary>
    public uint ManufactureDate;

    /// <summary>What the battery is doing.</summary>
    public BatteryState State;

    /// <summary>The chemistry.</summary>
    public BatteryTechnology Technology;

    /// <summary>Battery or UPS.</summary>
    public BatteryKind Kind;

    /// <summary>The machine's or a peripheral's.</summary>
    public BatteryScope Scope;

    /// <summary>The coarse level.</summary>
    public CapacityLevel CapacityLevel;

    /// <summary>Always 0.</summary>
    public uint Reserved;
}
