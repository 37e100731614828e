namespace Battery.History.Report;

/// <summary>A value of a battery as the report shows it.</summary>
/// <param name="Group">The group that it stands in, for example Power.</param>
/// <param name="Label">Its name.</param>
/// <param name="Text">The value with its unit; null where it is not known.</param>
/// <param name="Reason">Why it is not known.</param>
public sealed record ReportValue(string Group, string Label, string? Text, string? Reason = null)
{
    /// <summary>What is shown where a value is missing and nobody says why.</summary>
    public const string NotReported = "not reported";
}
