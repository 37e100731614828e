using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Refuses an invalid wildcard pattern while parameters are bound, with a message that says how to write it.</summary>
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
            throw new ValidationMetadataException($"'{element}' is not a valid wildcard pattern: close the bracket, or write `[ for the bracket itself.");
        }
    }
}
