using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>A charge limit to set, or one in force.</summary>
/// <param name="Start">The percentage below which charging starts; null to leave it, or if it is not reported.</param>
/// <param name="End">The percentage at which charging ends; null if it is not reported.</param>
internal sealed record ChargeLimits(uint? Start, uint? End)
{
    /// <summary>The end that removes a limit.</summary>
    public const uint None = 100;

    /// <summary>Sets the limit of a battery.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>The limit in force.</returns>
    /// <exception cref="BatteryException">It cannot be set.</exception>
    public unsafe ChargeLimits Set(nint battery)
    {
        uint start;
        uint end;
        int result = NativeMethods.battery_set_charge_limit(battery, Start ?? uint.MaxValue, End ?? None, (nint)(&start), (nint)(&end));
        return result == 0 ? new(Known(start), Known(end)) : throw LastError.ToException();
    }

    private static uint? Known(uint percentage) => percentage == uint.MaxValue ? null : percentage;
}
