using Battery.Core.Model;

namespace Battery.Core.ChargeLimits;

/// <summary>A battery whose charge limit cannot be set here.</summary>
/// <param name="location">Where the battery is.</param>
/// <param name="reason">Why, and what to use instead.</param>
internal sealed class UnsupportedChargeLimit(string location, string reason) : IChargeLimitControl
{
    /// <summary>The reason for a battery of a recording.</summary>
    public const string Recording = "a recording is never changed; open the machine itself, or a directory as the sysfs root";

    /// <inheritdoc/>
    public ChargeLimit Set(ChargeLimitRequest request) =>
        throw new BatteryException(BatteryError.NotSupported, $"cannot set the charge limit of {location}: {reason}");
}
