using Battery.Core.Model;

namespace Battery.Core.Totals;

/// <summary>The values of one battery that its total depends on. A number that is not known is NaN.</summary>
public readonly record struct TotalPart
{
    /// <summary>The state.</summary>
    public BatteryState State { get; init; }

    /// <summary>What is going on.</summary>
    public PowerFlow PowerFlow { get; init; }

    /// <summary>The charge type in force.</summary>
    public ChargeType ChargeType { get; init; }

    /// <summary>State of charge, %.</summary>
    public double Percentage { get; init; }

    /// <summary>Remaining energy, Wh.</summary>
    public double Energy { get; init; }

    /// <summary>Energy when full, at present, Wh.</summary>
    public double EnergyFull { get; init; }

    /// <summary>Energy when full, by design, Wh.</summary>
    public double EnergyFullDesign { get; init; }

    /// <summary>Power as a magnitude, W.</summary>
    public double EnergyRate { get; init; }

    /// <summary>Power with its direction, W.</summary>
    public double SignedPower { get; init; }

    /// <summary>State of health, %.</summary>
    public double StateOfHealth { get; init; }

    /// <summary>The charge limit, %.</summary>
    public double ChargeLimit { get; init; }

    /// <summary>Time until full, s.</summary>
    public double TimeToFull { get; init; }

    /// <summary>Time until the charge limit is reached, s.</summary>
    public double TimeToLimit { get; init; }

    /// <summary>Time until empty, s.</summary>
    public double TimeToEmpty { get; init; }

    /// <summary>Whether charging ends below 100 %, at a known percentage or not.</summary>
    internal bool IsLimited => !double.IsNaN(ChargeLimit) || ChargeType == ChargeType.LongLife;
}
