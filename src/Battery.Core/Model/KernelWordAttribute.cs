namespace Battery.Core.Model;

/// <summary>
/// The word of the Linux kernel for a member of an enumeration, or that of firmware where the kernel has none. Without this attribute
/// it is the member's name as words, for example "Not charging" for NotCharging.
/// </summary>
/// <param name="word">The word.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class KernelWordAttribute(string word) : Attribute
{
    /// <summary>The word.</summary>
    public string Word { get; } = word;
}
