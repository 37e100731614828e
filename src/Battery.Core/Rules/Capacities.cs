using Battery.Core.Model;

namespace Battery.Core.Rules;

/// <summary>The capacities of a battery in one unit, Wh or Ah.</summary>
/// <param name="Remaining">The remaining capacity.</param>
/// <param name="Full">The present full capacity.</param>
/// <param name="FullDesign">The full capacity by design.</param>
internal readonly record struct Capacities(Measurement Remaining, Measurement Full, Measurement FullDesign);
