using Battery.Benchmarks.Report;

namespace Battery.Benchmarks.Measures;

/// <summary>The cost of loading the library in a C program; medians of new processes.</summary>
internal sealed class StartMeasures : ISection
{
    private const int Processes = 15;

    public string Title => "Loading the library";

    public IEnumerable<Row> Measure()
    {
        double[][] starts = [.. Enumerable.Range(0, Processes).Select(static _ => Driver.Run("start", Build.Library, Machines.UeventTellsAll)[0])];
        double size = new FileInfo(new FileInfo(Build.Library).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Build.Library).Length;
        yield return Row.AtMost("size of the stripped file", "≤ 1.7 MB", FormattableString.Invariant($"{size / 1e6:0.000} MB"), size, 1.7e6);
        yield return Row.Information("`dlopen`", Number.Time(Number.Median(starts.Column(0))));
        double call = Number.Median(starts.Column(1));
        yield return Row.AtMost("first call", "≤ 10 ms", Number.Time(call), call, 10e6);
        yield return Row.Information("opening a manager after that", Number.Time(Number.Median(starts.Column(2))));
        double resident = Number.Median(starts.Column(4)) / 1024;
        yield return Row.AtMost("resident memory, loaded and a manager open", "≤ 5 MB", FormattableString.Invariant($"{resident:0.0} MB"), resident, 5);
    }
}
