using Battery.Core.Explanation;
using Battery.Core.Raw;

namespace Battery.Core.MacOS.Decoding;

/// <summary>How the properties of a kind of supply are decoded.</summary>
/// <param name="Kind">What shows which kind it is.</param>
/// <param name="Decode">Decodes them into a reading.</param>
/// <param name="KeyOf">The key from which an input is decoded first; null if no key reports it.</param>
internal sealed record PropertyDecoding(RawSource Kind, Action<PropertyDictionary, RawReading> Decode, Func<RuleInput, string?> KeyOf)
{
    /// <summary>Of a battery service.</summary>
    public static PropertyDecoding SmartBattery { get; } =
        new(RawSource.Of("service", SmartBatteryKeys.ServiceName), SmartBatteryDecoder.Decode, SmartBatteryKeys.Of);

    /// <summary>Of a UPS.</summary>
    public static PropertyDecoding Ups { get; } = new(RawSource.Of(PowerSourceKeys.Type, PowerSourceKeys.UpsType), UpsDecoder.Decode, PowerSourceKeys.Of);
}
