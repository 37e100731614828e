using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Rejects an invalid wildcard pattern while parameters are bound.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateWildcardPatternAttribute : ValidateEnumeratedArgumentsAttribute
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
