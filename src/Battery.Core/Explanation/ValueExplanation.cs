using Battery.Core.Model;

namespace Battery.Core.Explanation;

/// <summary>Why a value is what it is, or why it is not known.</summary>
/// <param name="Field">The value.</param>
/// <param name="Quality">Why it is known or not.</param>
/// <param name="IsDerived">Whether a rule computed it; else it is a number or word that the system reported.</param>
/// <param name="Rule">The rule in one sentence, with its sources.</param>
/// <param name="Sources">What the value follows from, or what keeps it from being known.</param>
public sealed record ValueExplanation(BatteryField Field, ValueQuality Quality, bool IsDerived, string Rule, IReadOnlyList<RawSource> Sources);
