using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.Tests;

/// <summary>Parts of a reading of everything, and responses of a recorded device.</summary>
internal static class SourceExtensions
{
    public static List<BatteryDevice> ReadBatteries(this IPowerSupplySource source) => source.Read(SupplyScopes.All).Batteries;

    public static ExternalPower ReadExternalPower(this IPowerSupplySource source) => source.Read(SupplyScopes.None).ExternalPower;

    public static Measurement ReadAdapterPower(this IPowerSupplySource source) => source.Read(SupplyScopes.None).AdapterPower;

    public static void AddRange(this RecordedResponses responses, IEnumerable<(string Key, RecordedResponse Response)> more)
    {
        foreach ((string Key, RecordedResponse Response) response in more)
        {
            responses.Add(response);
        }
    }
}
