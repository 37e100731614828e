namespace Battery.History.Report;

/// <summary>What a state of health means, in a word and a sentence.</summary>
/// <param name="Word">In a word.</param>
/// <param name="Sentence">What it is made of and what follows.</param>
/// <param name="Css">Its class in the style.</param>
internal sealed record Verdict(string Word, string Sentence, string Css)
{
    private const double Good = 80;
    private const double Worn = 60;

    public static Verdict Of(double? stateOfHealth) => stateOfHealth switch
    {
        null => new("Unknown", "The full or the designed capacity is not reported.", "neutral"),
        >= Good => new("Good", $"It holds {ReportText.Percent(stateOfHealth)} of its designed capacity.", "good"),
        >= Worn => new("Worn", $"It holds {ReportText.Percent(stateOfHealth)} of its designed capacity; under 80 % most makers call a battery worn.", "fair"),
        _ => new("Poor", $"It holds {ReportText.Percent(stateOfHealth)} of its designed capacity: consider a new battery.", "poor"),
    };
}
