namespace Battery.Core.Raw;

/// <summary>The flags from which a state follows, on systems that report flags instead of a state. Null where a flag is not reported.</summary>
/// <param name="ExternalConnected">External power is connected.</param>
/// <param name="Charging">The battery is charging.</param>
/// <param name="Discharging">The battery is discharging.</param>
/// <param name="Critical">The battery is nearly empty.</param>
/// <param name="FullyCharged">The battery is full.</param>
/// <param name="Rate">The rate in any unit, negative for a discharge.</param>
internal readonly record struct PowerFlags(
    bool? ExternalConnected, bool? Charging, bool? Discharging, bool? Critical, bool? FullyCharged, RawValue Rate);
