namespace Battery.History.Report;

/// <summary>A value of a battery, formatted for the report.</summary>
/// <param name="Group">The group, for example Power.</param>
/// <param name="Label">Its name.</param>
/// <param name="Text">The value with its unit; null if it is not known.</param>
/// <param name="Reason">Why it is not known.</param>
public sealed record ReportValue(string Group, string Label, string? Text, string? Reason = null)
{
    /// <summary>What is shown for an unknown value without a reason.</summary>
    public const string NotReported = "not reported";
}
