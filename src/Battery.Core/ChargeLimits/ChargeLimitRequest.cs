using Battery.Core.Model;

namespace Battery.Core.ChargeLimits;

/// <summary>A charge limit that a caller asks for.</summary>
/// <param name="Start">The percentage below which charging starts, 0 to 99; null to leave it to the library.</param>
/// <param name="End">The percentage at which charging ends, 1 to 100.</param>
public readonly record struct ChargeLimitRequest(int? Start, int End)
{
    private const int LargestEnd = 100;
    private const int LargestStart = 99;

    /// <summary>Whether it asks that the battery is charged to 100 % whenever external power is connected.</summary>
    public bool IsRemoval => End == LargestEnd && Start is null or 0;

    /// <summary>Checks it, before anything is read or written.</summary>
    /// <exception cref="BatteryException">A percentage is out of range, or the start is above the end.</exception>
    public void Check()
    {
        string? problem = End is < 1 or > LargestEnd ? $"a charge limit is from 1 to {LargestEnd} %, not {End} %"
            : Start is < 0 or > LargestStart ? $"the percentage at which charging starts is from 0 to {LargestStart} %, not {Start} %"
            : Start > End ? $"charging cannot start at {Start} %, above the charge limit of {End} %"
            : null;
        if (problem is not null)
        {
            throw new BatteryException(BatteryError.InvalidArgument, problem);
        }
    }
}
