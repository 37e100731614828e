using Battery.History.Health;

namespace Battery.History.Tests;

/// <summary>The verdict on the health of a battery.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData(80.0, null, null, null, HealthVerdict.Good)]
    [InlineData(79.97, null, null, null, HealthVerdict.Worn)]
    [InlineData(5.7, null, 219, null, HealthVerdict.Worn)]
    [InlineData(106.0, null, 4, "Good", HealthVerdict.Good)]
    [InlineData(null, 80.0, null, null, HealthVerdict.Good)]
    [InlineData(null, 71.0, null, null, HealthVerdict.Worn)]
    [InlineData(90.0, 71.0, null, null, HealthVerdict.Good)]
    [InlineData(90.0, null, 1000, null, HealthVerdict.Good)]
    [InlineData(90.0, null, 1001, null, HealthVerdict.Worn)]
    [InlineData(null, null, 1001, null, HealthVerdict.Worn)]
    [InlineData(null, null, 10, "Good", HealthVerdict.Unknown)]
    [InlineData(null, null, null, null, HealthVerdict.Unknown)]
    [InlineData(95.0, null, null, "Dead", HealthVerdict.Faulty)]
    [InlineData(50.0, null, 2000, "CellImbalance", HealthVerdict.Faulty)]
    [InlineData(null, null, null, "BlownFuse", HealthVerdict.Faulty)]
    [InlineData(null, null, null, "UnspecifiedFailure", HealthVerdict.Faulty)]
    [InlineData(95.0, null, null, "Overheat", HealthVerdict.Good)]
    [InlineData(95.0, null, null, "CalibrationRequired", HealthVerdict.Good)]
    [InlineData(95.0, null, null, "Unknown", HealthVerdict.Good)]
    public void Of_gives_the_verdict_of_the_values(double? health, double? reported, int? cycles, string? condition, HealthVerdict expected)
    {
        var values = new HealthValues { StateOfHealth = health, ReportedStateOfHealth = reported, CycleCount = cycles, Condition = condition };
        Assert.Equal(expected, HealthAssessment.Of(values).Verdict);
    }

    [Theory]
    [InlineData(79.97, null, 219, null, "Its capacity is 79.9 % of the design, less than 80 %.")]
    [InlineData(90.7, null, 1200, null, "It has 1200 charge cycles, more than 1000. Its capacity is 90.7 % of the design.")]
    [InlineData(null, 71.0, null, null, "Its gauge reports a health of 71 %, less than 80 %.")]
    [InlineData(null, null, 1, "Dead", "Its condition is Dead. Full or design capacity is not known.")]
    [InlineData(95.0, null, 5, "Good", "Its capacity is 95 % of the design.")]
    [InlineData(95.0, null, 5, "Hot", "Its condition is Hot. Its capacity is 95 % of the design.")]
    public void Of_names_the_reasons_that_decide_first(double? health, double? reported, int? cycles, string? condition, string expected)
    {
        var values = new HealthValues { StateOfHealth = health, ReportedStateOfHealth = reported, CycleCount = cycles, Condition = condition };
        Assert.Equal(expected, HealthAssessment.Of(values).Reasons);
    }

    [Fact]
    public void Of_names_the_voltage_of_a_dead_battery()
    {
        var values = new HealthValues { StateOfHealth = 101.75, CycleCount = 4, Condition = "Dead", Voltage = 2.296 };
        HealthAssessment dead = HealthAssessment.Of(values);
        Assert.Equal((HealthVerdict.Faulty, "Its condition is Dead, at 2.3 V. Its capacity is 101.7 % of the design."), (dead.Verdict, dead.Reasons));
        Assert.DoesNotContain(" V", HealthAssessment.Of(values with { Condition = "Hot" }).Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_names_implausible_values()
    {
        var values = new HealthValues { Implausible = ["full energy", "designed energy"] };
        Assert.EndsWith("The reported full energy is implausible. The reported designed energy is implausible.",
            HealthAssessment.Of(values).Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_takes_other_limits()
    {
        var values = new HealthValues { StateOfHealth = 75, CycleCount = 600 };
        Assert.Equal(HealthVerdict.Good, HealthAssessment.Of(values, minimumHealth: 70).Verdict);
        HealthAssessment worn = HealthAssessment.Of(values, minimumHealth: 70, maximumCycleCount: 500);
        Assert.Equal(HealthVerdict.Worn, worn.Verdict);
        Assert.StartsWith("It has 600 charge cycles, more than 500.", worn.Reasons, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(88.0, null, "good", "Good")]
    [InlineData(40.0, null, "fair", "Worn")]
    [InlineData(88.0, "Dead", "poor", "Faulty")]
    [InlineData(null, null, "neutral", "Unknown")]
    public void Report_has_the_same_verdict_and_reasons(double? health, string? condition, string css, string word)
    {
        var values = new HealthValues { StateOfHealth = health, Condition = condition };
        string html = ReportSamples.Write([ReportSamples.Battery("BAT0") with { Health = values }], []);
        Assert.Contains($"<strong class=\"{css}\">{word}</strong>", html, StringComparison.Ordinal);
        Assert.Contains(HealthAssessment.Of(values).Reasons, html, StringComparison.Ordinal);
    }
}
