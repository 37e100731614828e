using System.ComponentModel;
using Battery.PowerShell.Remoting;

namespace Battery;

/// <summary>All batteries of a machine as one, at one moment. A value that is unknown for one of them is unknown for the total, and null.</summary>
[TypeConverter(typeof(DeserializedTypeConverter))]
public sealed class BatteryTotal
{
    /// <summary>The number of batteries.</summary>
    public int Count { get; internal init; }

    /// <summary>Their names, for example BAT0+BAT1.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>The state of the sum: discharging if it loses energy, charging if it gains energy, full if all are full.</summary>
    public BatteryState State { get; internal init; }

    /// <summary>
    /// What is going on, by the sign of the sum of the signed powers; where nothing flows: held if one is held, inhibited if one is
    /// inhibited, full if all are full, else idle.
    /// </summary>
    public PowerFlow PowerFlow { get; internal init; }

    /// <summary>State of charge, 0 to 100 %: energy over full energy, of all.</summary>
    public double? Percentage { get; internal init; }

    /// <summary>Remaining energy, Wh.</summary>
    public double? Energy { get; internal init; }

    /// <summary>Energy when full, at present, Wh.</summary>
    public double? EnergyFull { get; internal init; }

    /// <summary>Energy when full, by design, Wh.</summary>
    public double? EnergyFullDesign { get; internal init; }

    /// <summary>Power into or out of all, W, a magnitude; the state gives the direction.</summary>
    public double? EnergyRate { get; internal init; }

    /// <summary>Power with its direction, W: positive into the batteries, negative while they lose energy.</summary>
    public double? SignedPower { get; internal init; }

    /// <summary>The percentage at which charging ends, where one of them has a charge limit; weighted by full energy.</summary>
    public double? ChargeLimit { get; internal init; }

    /// <summary>State of health: full energy over designed full energy, of all, %.</summary>
    public double? StateOfHealth { get; internal init; }

    /// <summary>Time until all are full, only while charging; null if one has a charge limit, and if it is more than ten days.</summary>
    public TimeSpan? TimeToFull { get; internal init; }

    /// <summary>Time until all are at their charge limits, only while charging; null if it is more than ten days.</summary>
    public TimeSpan? TimeToLimit { get; internal init; }

    /// <summary>Time until all are empty, only while discharging; null if it is more than ten days.</summary>
    public TimeSpan? TimeToEmpty { get; internal init; }

    /// <summary>The average rate that the estimate is based on, W. Null if unknown; so are the times below without a -Manager that read before.</summary>
    public double? AverageRate { get; internal init; }

    /// <summary>Estimated time until all are empty, or until all are full or at the charge limit. Whole seconds. Null if unknown.</summary>
    public TimeSpan? TimeLeft { get; internal init; }

    /// <summary>The lower end of the 80 % interval of the time. Null if unknown.</summary>
    public TimeSpan? TimeLeftLow { get; internal init; }

    /// <summary>The upper end of the 80 % interval of the time. Null if unknown.</summary>
    public TimeSpan? TimeLeftHigh { get; internal init; }

    /// <summary>When the values were read, UTC.</summary>
    public DateTime Timestamp { get; internal init; }

    /// <summary>Where the values were read: the path of a recording or of a folder instead of /sys, or the machine's name.</summary>
    public string Source { get; internal init; } = string.Empty;

    /// <summary>The names.</summary>
    public override string ToString() => Name;
}
