using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Pester;

/// <summary>The tests in tests/Pester, each with its own name and outcome.</summary>
public class PesterTests
{
    /// <summary>Runs the files, two at a time, and gives a row for each of their tests.</summary>
    public static IEnumerable<TheoryDataRow<PesterOutcome>> Outcomes() =>
        PesterFile.InFolder(Repository.At("tests", "Pester")).AsParallel().AsOrdered().WithDegreeOfParallelism(2)
            .SelectMany(static file => file.Run().Select(outcome => new TheoryDataRow<PesterOutcome>(outcome)
            {
                TestDisplayName = $"{Path.GetFileName(file.Path)}: {outcome.Name}",
                Label = string.Empty,
            }));

    // The rows are made when the test runs: discovery must not run them a second time.
    [Theory]
    [MemberData(nameof(Outcomes), DisableDiscoveryEnumeration = true)]
    public void Pester_test_passes(PesterOutcome outcome) => outcome.Repeat();
}
