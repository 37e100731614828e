using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Sources;

/// <summary>
/// What the power flow of a battery depends on beside the battery: external power, and the other batteries. It is that of the last
/// reading of the machine, so that refreshing a battery reads the battery alone. External power is read again only where the
/// battery shows that it may have changed.
/// </summary>
/// <param name="batteries">The batteries of the reading.</param>
/// <param name="power">Whether external power is connected.</param>
/// <param name="read">Reads external power again.</param>
internal sealed class MachinePower(List<BatteryDevice> batteries, ExternalPower power, Func<ExternalPower>? read = null)
{
    // A battery that keeps its state does not show that a weak adapter was connected.
    private const long LifetimeMilliseconds = 10_000;

    private long _end = Environment.TickCount64 + LifetimeMilliseconds;

    /// <summary>Of a battery without a machine.</summary>
    public static MachinePower Unknown { get; } = new([], ExternalPower.Unknown);

    /// <summary>Whether external power is connected.</summary>
    public ExternalPower Power { get; private set; } = power;

    /// <summary>Whether another battery of the system charges or discharges.</summary>
    public bool IsOtherActive(BatteryDevice battery)
    {
        foreach (BatteryDevice other in batteries)
        {
            if (other != battery && other.IsActive)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads external power again if a battery's states before and after show that it may have changed.</summary>
    /// <param name="before">The state at the last reading.</param>
    /// <param name="after">The state now. While it charges external power is connected.</param>
    public void Update(BatteryState before, RawValue after)
    {
        var state = (BatteryState)after.Number;
        bool mayHaveChanged = state != before || (state == BatteryState.Discharging && Power == ExternalPower.Online) || Environment.TickCount64 >= _end;
        if (read is null || state == BatteryState.Charging || !mayHaveChanged)
        {
            return;
        }

        _end = Environment.TickCount64 + LifetimeMilliseconds;
        try
        {
            Power = read();
        }
        catch (BatteryException)
        {
            Power = ExternalPower.Unknown;
        }
    }
}
