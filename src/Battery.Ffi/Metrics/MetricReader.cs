using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Types;
using Battery.Metrics;

namespace Battery.Ffi.Metrics;

/// <summary>Reads what metrics need from batteries and adapters.</summary>
internal static class MetricReader
{
    /// <summary>The values of a battery.</summary>
    public static MetricRecord Record(BatteryDevice device) => device.Read(static device =>
    {
        BatterySnapshot snapshot = device.Snapshot;
        Estimate estimate = Estimate.Of(device);
        return new MetricRecord(
            value => value.Field >= 0 ? snapshot.Number((BatteryField)value.Field) : EstimateOf(value.Key, estimate),
            value => snapshot.Text((BatteryField)value.Field))
        {
            Timestamp = device.ReadTime,
        };
    });

    /// <summary>The adapters that have a name.</summary>
    public static List<MetricAdapter> Adapters(MachineReading reading)
    {
        var adapters = new List<MetricAdapter>();
        foreach (Adapter adapter in reading.Adapters)
        {
            if (adapter.Name is { } name)
            {
                adapters.Add(new(name, Name(adapter.Type), adapter.IsOnline));
            }
        }

        return adapters;
    }

    // A provisional estimate is no better than the momentary time.
    private static double EstimateOf(string key, in Estimate estimate) => estimate.IsProvisional != 0 ? double.NaN : key switch
    {
        "average_rate_w" => estimate.AverageRateW,
        "time_left_s" => estimate.TimeLeftS,
        "time_left_low_s" => estimate.LowS,
        "time_left_high_s" => estimate.HighS,
        _ => double.NaN,
    };

    // The library keeps no names of the members of enumerations.
    private static string? Name(AdapterType type) => type switch
    {
        AdapterType.Mains => nameof(AdapterType.Mains),
        AdapterType.Usb => nameof(AdapterType.Usb),
        AdapterType.UsbC => nameof(AdapterType.UsbC),
        AdapterType.UsbPd => nameof(AdapterType.UsbPd),
        AdapterType.Wireless => nameof(AdapterType.Wireless),
        _ => null,
    };
}
