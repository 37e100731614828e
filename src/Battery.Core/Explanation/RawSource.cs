using Battery.Core.Model;

namespace Battery.Core.Explanation;

/// <summary>A property, key or member of a structure, as the system names and writes it.</summary>
/// <param name="Name">The system's own name, for example <c>current_now</c>.</param>
/// <param name="Text">What the system reported, in its own unit; null where it reported nothing.</param>
/// <param name="Unit">The unit, for example <c>µA</c>; null without one.</param>
/// <param name="Quality">Why there is a text or not.</param>
public sealed record RawSource(string Name, string? Text, string? Unit, ValueQuality Quality)
{
    /// <summary>A source that was reported.</summary>
    public static RawSource Of(string name, string text, string? unit = null) => new(name, PlainText.Clean(text), unit, ValueQuality.Known);

    /// <summary>The name, the text and the unit.</summary>
    public override string ToString() => Text is null ? Name : Unit is null ? $"{Name} {Text}" : $"{Name} {Text} {Unit}";
}
