using Battery.Benchmarks.Report;

namespace Battery.Benchmarks.Measures;

/// <summary>A wait in which nothing happens.</summary>
internal sealed class WaitMeasures : ISection
{
    public string Title => "Waiting";

    public IEnumerable<Row> Measure()
    {
        // wait_cost of the consumers prints how often its thread went to sleep, and its processor time.
        // Where nothing is announced, the library looks every 5 s: that must show.
        const int Milliseconds = 12_000;
        double[] wait = Driver.Run("wait_cost", "/sys", $"{Milliseconds}")[0];
        yield return Row.AtMost("how often the thread goes to sleep in a wait of 12 s", "1: it looks, then waits", $"{wait[0]}", wait[0], 1);
        yield return Row.Told("processor time of that wait, the look included", Number.Time(wait[1] * 1e9));
    }
}
