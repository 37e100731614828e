using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Tests;

/// <summary>Parts of a reading of everything.</summary>
internal static class SourceExtensions
{
    public static List<BatteryDevice> ReadBatteries(this IPowerSupplySource source) => source.Read(SupplyScopes.All).Batteries;

    public static ExternalPower ReadExternalPower(this IPowerSupplySource source) => source.Read(SupplyScopes.None).ExternalPower;

    public static Measurement ReadAdapterPower(this IPowerSupplySource source) => source.Read(SupplyScopes.None).AdapterPower;
}
