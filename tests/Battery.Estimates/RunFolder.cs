using Battery.Tests.Shared;

namespace Battery.Estimates;

/// <summary>The folders of recorded runs.</summary>
internal static class RunFolder
{
    // Scored but not fitted: this gauge goes from 99 to 100 % in one step when charging stops, which no course of a cell explains.
    private const string NotFitted = "laptop-widget";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["runs", "more-runs"];

    /// <summary>The runs that parameters are fitted on.</summary>
    public static IReadOnlyList<RecordedRun> Fitted => [.. Names.SelectMany(Read).Where(run => run.Machine != NotFitted)];

    /// <summary>The runs of a folder.</summary>
    public static IReadOnlyList<RecordedRun> Read(string name) => RecordedRun.ReadAll(Repository.At("tests", "Battery.Estimates", name));
}
