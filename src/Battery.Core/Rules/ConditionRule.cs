using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The condition of a battery.</summary>
internal static class ConditionRule
{
    // Cells of every chemistry are cut off above this part of their nominal voltage: Li-ion at 2.5 of 3.6 V, NiMH at 0.9 of 1.2 V, lead
    // at 10.5 of 12 V. A lower voltage is what remains of dead cells, or of a pack whose protection has disconnected them.
    private const double LeastOfDesign = 0.5;

    // A driver that reports the voltage of one cell does so at any percentage, and while a current flows.
    private const double EmptyPercentage = 5;

    /// <summary>The condition as reported; dead where the voltage is far below what any pack of the design works at.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="voltage">The present voltage.</param>
    /// <param name="percentage">The state of charge, %.</param>
    /// <param name="rate">The power, W.</param>
    public static Measurement Condition(RawReading raw, Measurement voltage, double percentage, Measurement rate)
    {
        Measurement reported = raw[SupplyProperty.Condition].Divide(1);
        Measurement design = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageMinDesign]);

        // Many drivers report 'Good' whatever the battery is like.
        bool mayBeDead = !reported.IsKnown || reported.Value == (int)BatteryCondition.Good;
        return mayBeDead && voltage.Value < LeastOfDesign * design.Value && percentage <= EmptyPercentage && rate.Value is not > 0
            ? Measurement.Known((int)BatteryCondition.Dead)
            : reported;
    }
}
