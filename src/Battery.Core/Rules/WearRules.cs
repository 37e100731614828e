using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Cycles and temperature.</summary>
internal static class WearRules
{
    private const double Hundredths = 100;
    private const double MinTemperature = -40;
    private const double MaxTemperature = 120;

    private const double MaxCycles = Sentinels.AllOnes16 - 1;

    /// <summary>Charge cycles. Drivers report 0 if they do not know (as the kernel's ABI defines), and old ones a negative number.</summary>
    public static Measurement CycleCount(RawReading raw)
    {
        RawValue cycles = raw[SupplyProperty.CycleCount];
        return cycles is { IsKnown: true, Number: <= 0 }
            ? Measurement.Unknown(ValueQuality.ReportedUnknown)
            : cycles.Divide(1).Within(1, MaxCycles);
    }

    /// <summary>Temperature, °C.</summary>
    public static Measurement Temperature(RawReading raw) => raw[SupplyProperty.Temperature].Divide(Hundredths).Within(MinTemperature, MaxTemperature);
}
