using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>
/// A gauge that does not respond, and whose driver reports zeros or ones and no error: drivers/power/supply/bq27xxx_battery.c beside a
/// bus that fails. The battery may be discharging at any percentage.
/// </summary>
internal static class SilentGauge
{
    // What a gauge measures, or was set to.
    private static readonly SupplyProperty[] s_measured =
    [
        SupplyProperty.VoltageAvg, SupplyProperty.CurrentNow, SupplyProperty.CurrentAvg, SupplyProperty.PowerNow, SupplyProperty.PowerAvg,
        SupplyProperty.EnergyNow, SupplyProperty.EnergyFull, SupplyProperty.EnergyFullDesign,
        SupplyProperty.ChargeNow, SupplyProperty.ChargeFull, SupplyProperty.ChargeFullDesign, SupplyProperty.ChargeCounter,
    ];

    /// <summary>Whether a reading has the zeros of such a gauge: a voltage of 0, which no battery has that responds, and nothing that is not 0.</summary>
    public static bool IsZeros(RawReading raw)
    {
        if (raw[SupplyProperty.VoltageNow] is not { IsKnown: true, Number: 0 })
        {
            return false;
        }

        foreach (SupplyProperty property in s_measured)
        {
            if (raw[property].Number != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// A measured value, unknown where it is one of such a gauge. The units of the other registers differ, so that their ones have many
    /// values.
    /// </summary>
    public static Measurement Refuse(RawReading raw, Measurement value) =>
        !value.IsKnown || raw[SupplyProperty.VoltageNow] is not { IsKnown: true, Number: 0 or Sentinels.VoltageOfOnes } voltage ? value
        : voltage.Number != 0 ? Measurement.Unknown(ValueQuality.ReportedUnknown)
        : IsZeros(raw) ? Measurement.Unknown(ValueQuality.PlaceholderZero)
        : value;
}
