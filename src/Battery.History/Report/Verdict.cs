namespace Battery.History.Report;

/// <summary>The verdict on a state of health.</summary>
/// <param name="Word">The verdict as one word.</param>
/// <param name="Sentence">The reason for the verdict.</param>
/// <param name="Css">Its CSS class.</param>
internal sealed record Verdict(string Word, string Sentence, string Css)
{
    private const double Good = 80;
    private const double Worn = 60;

    public static Verdict Of(double? stateOfHealth) => stateOfHealth switch
    {
        null => new("Unknown", "The full or the designed capacity is not reported.", "neutral"),
        >= Good => new("Good", $"It holds {ReportText.Percent(stateOfHealth)} of its designed capacity.", "good"),
        >= Worn => new(
            "Worn",
            $"It holds {ReportText.Percent(stateOfHealth)} of its designed capacity; most manufacturers call a battery below 80 % worn.",
            "fair"),
        _ => new("Poor", $"It holds {ReportText.Percent(stateOfHealth)} of its designed capacity: consider a new battery.", "poor"),
    };
}
