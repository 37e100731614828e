using System.ComponentModel;
using Battery.PowerShell.Remoting;

namespace Battery;

/// <summary>All batteries of a machine as one, at one moment. A value that one of them does not tell is not known of all; null is unknown.</summary>
[TypeConverter(typeof(SnapshotConverter))]
public sealed class BatteryTotal
{
    /// <summary>How many batteries there are.</summary>
    public int Count { get; internal init; }

    /// <summary>Their names, as BAT0+BAT1.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>What they do together: discharging where energy leaves them, charging where it comes in, full when all are.</summary>
    public BatteryState State { get; internal init; }

    /// <summary>State of charge, 0 to 100 %: energy over full energy, of all.</summary>
    public double? Percentage { get; internal init; }

    /// <summary>Energy left, Wh.</summary>
    public double? Energy { get; internal init; }

    /// <summary>Energy when full, as it is today, Wh.</summary>
    public double? EnergyFull { get; internal init; }

    /// <summary>Energy when full, as it was designed, Wh.</summary>
    public double? EnergyFullDesign { get; internal init; }

    /// <summary>Power that flows in or out of all, W, a magnitude; the state gives the direction.</summary>
    public double? EnergyRate { get; internal init; }

    /// <summary>State of health: full energy over designed full energy, of all, %.</summary>
    public double? StateOfHealth { get; internal init; }

    /// <summary>Time until all are full; null but while charging, and over ten days.</summary>
    public TimeSpan? TimeToFull { get; internal init; }

    /// <summary>Time until all are empty; null but while discharging, and over ten days.</summary>
    public TimeSpan? TimeToEmpty { get; internal init; }

    /// <summary>When the values were read, UTC.</summary>
    public DateTime Timestamp { get; internal init; }

    /// <summary>Where the values were read: the path of a recording or of a folder instead of /sys, else the machine's name.</summary>
    public string Source { get; internal init; } = string.Empty;

    /// <summary>The names.</summary>
    public override string ToString() => Name;
}
