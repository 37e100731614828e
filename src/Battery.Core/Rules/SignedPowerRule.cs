using Battery.Core.Model;

namespace Battery.Core.Rules;

/// <summary>The power with its direction.</summary>
internal static class SignedPowerRule
{
    /// <summary>The power, W: positive into the battery, negative while it loses energy.</summary>
    /// <remarks>
    /// Most drivers report a magnitude, so the power flow decides where it has a direction. A 0 of a battery that charges or
    /// discharges is a value from before the adapter was connected or removed.
    /// </remarks>
    /// <param name="power">The power with the sign that the driver and the state give it.</param>
    /// <param name="flow">The power flow.</param>
    public static Measurement Power(Measurement power, PowerFlow flow)
    {
        double direction = flow switch
        {
            PowerFlow.Charging => 1,
            PowerFlow.Discharging or PowerFlow.DischargingOnExternalPower => -1,
            _ => 0,
        };

        // No zero with a sign.
        return direction != 0 && power.Value == 0 ? Measurement.Unknown(ValueQuality.ZeroRate)
            : direction != 0 ? power.Magnitude.Times(direction)
            : power.Value == 0 ? Measurement.Known(0)
            : power;
    }
}
