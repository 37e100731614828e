namespace Battery.PowerShell.Tests.Pester;

/// <summary>The outcome of one Pester test.</summary>
/// <param name="Name">The names of its blocks and its own, joined by dots.</param>
/// <param name="Result">Pester's word: Passed, Failed, Skipped, Inconclusive, or NotRun.</param>
/// <param name="Message">Why it did not pass.</param>
public sealed record PesterOutcome(string Name, string Result, string Message)
{
    /// <summary>Ends the xunit test in the same way. A test that exists and did not run fails.</summary>
    public void Repeat()
    {
        Assert.SkipWhen(Result == "Skipped", Message.Length > 0 ? Message : "skipped by Pester");
        Assert.True(Result == "Passed", $"{Result}: {Message}");
    }
}
