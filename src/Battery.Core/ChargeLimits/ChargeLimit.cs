namespace Battery.Core.ChargeLimits;

/// <summary>A charge limit in force.</summary>
/// <param name="Start">The percentage below which charging starts; null if it is not reported.</param>
/// <param name="End">The percentage at which charging ends, 100 without a limit; null if it is not reported.</param>
public readonly record struct ChargeLimit(int? Start, int? End);
