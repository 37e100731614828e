using Battery.Core.Model;

namespace Battery.Core.Rules;

/// <summary>What is in a battery and what fits in, in one unit: Wh or Ah.</summary>
/// <param name="Left">What is in it now.</param>
/// <param name="Full">What fits in today.</param>
/// <param name="Design">What fitted in by design.</param>
public readonly record struct Capacities(Measurement Left, Measurement Full, Measurement Design);
