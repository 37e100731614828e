using Battery.Core.Estimation;
using Battery.Estimates;

namespace Battery.Core.Tests.Estimation;

/// <summary>The replay of the recorded runs is deterministic, so what docs/estimates.md claims can be asserted.</summary>
public class BenchmarkTests
{
    private static readonly IReadOnlyList<RecordedRun> s_runs = RunFolder.Read("runs");

    private static readonly IReadOnlyList<RecordedRun> s_further = RunFolder.Read("more-runs");

    public static TheoryData<string> Groups => [.. RunGroup.All.Select(group => group.Name)];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Predict_hardly_jumps_and_leaves_no_gaps(string group)
    {
        Score score = Of(group);
        Assert.InRange(score.Jump, 0, 0.007);
        Assert.InRange(score.WorstJump, 0, 0.08);
        Assert.InRange(score.Missing, 0, score.Points / 100);
    }

    [Theory]
    [InlineData("discharging, laptops, fine counters", 0.9)]
    [InlineData("discharging, laptops, whole percents", 0.9)]
    [InlineData("discharging, phones", 0.9)]
    [InlineData("charging to full, laptops", 1)] // A part of the next group: the interval covers machines, so it is wider than the errors of three.
    [InlineData("charging to full, all", 0.9)]
    public void Predict_interval_covers_seven_to_nine_of_ten_points_and_is_narrower_than_the_time(string group, double most)
    {
        Score score = Of(group);
        Assert.InRange(score.Coverage, 0.7, most);
        Assert.InRange(score.Width, 0, 0.7);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Predict_ninetieth_percentile_is_better_than_all_simple_estimators(string group) =>
        Assert.True(Of(group).Worst < Simple(group).Min(score => score.Worst));

    [Theory]
    [InlineData("discharging, laptops, fine counters", 0.005)]
    [InlineData("discharging, laptops, whole percents", 0)]
    [InlineData("discharging, phones", 0.005)]
    [InlineData("charging to full, all", 0)]
    public void Predict_median_is_at_most_a_little_above_the_best_simple_estimator(string group, double above) =>
        Assert.InRange(Of(group).Median, 0, Simple(group).Min(score => score.Median) + above);

    [Fact]
    public void Predict_charging_laptops_to_full_and_to_the_limit_is_within_its_bounds()
    {
        Score score = Of(RunGroup.Laptops.Name);
        Assert.InRange(score.Median, 0, 0.12);
        Assert.InRange(score.Worst, 0, 0.3);
        Assert.InRange(ChargeLimit.MedianError(s_runs, _ => EstimatorParameters.Default), 0, 0.06);
    }

    [Fact]
    public void Predict_further_runs_that_were_not_fitted_have_the_documented_figures()
    {
        Score phones = Score.Of(s_further.Where(RunGroup.Phones.Contains), run => Library.Predict(run, EstimatorParameters.Default));
        Assert.InRange(phones.Median, 0, 0.18);
        Assert.InRange(phones.Coverage, 0.7, 0.9);
        Score charging = Score.Of(s_further.Where(RunGroup.Charging.Contains), run => Library.Predict(run, EstimatorParameters.Default));
        Assert.InRange(charging.Median, 0, 0.12);
    }

    [Fact]
    public void Fit_without_a_laptop_keeps_charging_within_its_bounds_for_that_laptop()
    {
        const string Machine = "laptop-batterym";
        EstimatorParameters fitted = Fitting.Fit([.. RunFolder.Fitted.Where(run => run.Machine != Machine)], EstimatorParameters.Default);
        Score laptops = LeftOut(RunGroup.Laptops);
        Assert.InRange(laptops.Median, 0, 0.12);
        Assert.InRange(laptops.Worst, 0, 0.3);
        Assert.InRange(LeftOut(RunGroup.Charging).Coverage, 0.7, 0.9);

        Score LeftOut(RunGroup group) =>
            Score.Of(Members(group.Name), run => Library.Predict(run, run.Machine == Machine ? fitted : EstimatorParameters.Default));
    }

    [Fact]
    public void Simple_estimators_have_the_figures_of_the_documented_scoring()
    {
        Score score = Simple(RunGroup.Fine.Name)[6];
        Assert.Equal("half-life 900 s", SimpleEstimators.All[6].Name);
        Assert.Equal((945, 0), (score.Points, score.Missing));
        Assert.Equal((0.085, 0.328, 0.151), (Math.Round(score.Median, 3), Math.Round(score.Worst, 3), Math.Round(score.PerRun, 3)));
    }

    private static RecordedRun[] Members(string group) => [.. s_runs.Where(RunGroup.All.Single(one => one.Name == group).Contains)];

    private static Score Of(string group) => Score.Of(Members(group), run => Library.Predict(run, EstimatorParameters.Default));

    private static Score[] Simple(string group) => [.. SimpleEstimators.All.Select(simple => Score.Of(Members(group), simple.Predict))];
}
