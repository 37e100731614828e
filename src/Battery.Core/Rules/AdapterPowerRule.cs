using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The power that an adapter on Linux can supply.</summary>
/// <remarks>
/// Known for the drivers whose properties describe the adapter; those of other drivers are measured values or limits of the
/// charger. The highest voltage times the highest current belong to different offers of the adapter.
/// </remarks>
internal static class AdapterPowerRule
{
    /// <summary>The largest power, W: USB-C ends at 240 W; a mains adapter of a laptop has up to 330 W.</summary>
    public const double MaxPower = 400;

    // drivers/usb/typec/ucsi/psy.c and drivers/usb/typec/tcpm/tcpm.c.
    private static readonly string[] s_contractNames = ["ucsi-source-psy-", "tcpm-source-psy-"];

    // drivers/power/supply/macsmc-power.c.
    private const string AppleName = "macsmc-";

    private const double Million = 1e6;
    private const double MinPower = 0.1;

    /// <summary>Whether the driver reports a USB Power Delivery contract.</summary>
    public static bool HasContract(string name) => Array.Exists(s_contractNames, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether the driver reports the adapter's power as a limit.</summary>
    public static bool HasLimit(string name) => name.StartsWith(AppleName, StringComparison.Ordinal);

    /// <summary>The power, W; only while the adapter is online.</summary>
    public static Measurement Power(RawReading raw)
    {
        if (raw[SupplyProperty.Online] is { IsKnown: true, Number: <= 0 })
        {
            return Measurement.Unknown(ValueQuality.NotInThisState);
        }

        return HasLimit(raw.Name) ? raw[SupplyProperty.InputPowerLimit].Divide(Million).Within(MinPower, MaxPower)
            : HasContract(raw.Name) && raw[SupplyProperty.UsbType] is { IsKnown: true, Number: 1 } ? Contract(raw)
            : Measurement.Unknown(ValueQuality.Missing);
    }

    private static Measurement Contract(RawReading raw)
    {
        Measurement voltage = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageNow]);
        RawValue current = raw[SupplyProperty.CurrentNow];
        return voltage.IsKnown && current.IsKnown
            ? voltage.Times(current.Number / Million).Within(MinPower, MaxPower)
            : Measurement.Unknown(voltage.IsKnown ? current.Quality : voltage.Quality);
    }
}
