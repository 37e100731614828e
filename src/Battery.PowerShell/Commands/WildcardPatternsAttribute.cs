using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Refuses what is no wildcard pattern while parameters are bound, with a message that says how to write it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WildcardPatternsAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        try
        {
            _ = WildcardPattern.Get($"{element}", WildcardOptions.None).IsMatch(string.Empty);
        }
        catch (WildcardPatternException)
        {
            throw new ValidationMetadataException($"'{element}' is no wildcard pattern: close the bracket, or write `[ for the bracket itself.");
        }
    }
}
