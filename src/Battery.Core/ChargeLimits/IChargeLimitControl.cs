using Battery.Core.Model;

namespace Battery.Core.ChargeLimits;

/// <summary>Sets the charge limit of one battery.</summary>
internal interface IChargeLimitControl
{
    /// <summary>Sets the limit, and reads which one is in force then.</summary>
    /// <param name="request">The limit, which was checked.</param>
    /// <exception cref="BatteryException">It cannot be set. Nothing has changed then, unless the message says otherwise.</exception>
    ChargeLimit Set(ChargeLimitRequest request);
}
