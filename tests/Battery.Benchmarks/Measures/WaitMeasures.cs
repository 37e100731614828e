using Battery.Benchmarks.Report;

namespace Battery.Benchmarks.Measures;

/// <summary>A wait without events.</summary>
internal sealed class WaitMeasures : ISection
{
    public string Title => "Waiting";

    public IEnumerable<Row> Measure()
    {
        // wait_cost of the consumers prints how often its thread went to sleep, and its processor time.
        // Without notifications the library polls every 5 s, which must show.
        const int Milliseconds = 12_000;
        double[] wait = Driver.Run("wait_cost", "/sys", $"{Milliseconds}")[0];
        yield return Row.AtMost("sleeps of the thread in a wait of 12 s", "1: it polls, then waits", $"{wait[0]}", wait[0], 1);
        yield return Row.Information("CPU time of that wait, including the poll", Number.Time(wait[1] * 1e9));
    }
}
