using Battery.Benchmarks.InProcess;
using Battery.Benchmarks.Report;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Battery.Benchmarks.Measures;

/// <summary>The steps of a reading in .NET, by BenchmarkDotNet; the targets are for allocations, and for the time that an estimate costs.</summary>
internal sealed class ManagedMeasures : ISection
{
    /// <summary>The benchmark with a target for its time.</summary>
    public const string Estimator = "a reading in the time estimator";

    private const double MostEstimator = 100;

    public string Title => "The steps of a reading, by BenchmarkDotNet";

    public IEnumerable<Row> Measure()
    {
        IConfig config = ManualConfig.CreateEmpty().AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance).WithArtifactsPath(Tests.Shared.Repository.At("artifacts", "benchmarks"));
        foreach (BenchmarkReport report in BenchmarkRunner.Run<ReadingBenchmarks>(config).Reports)
        {
            string what = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
            long allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? -1;
            string measured = $"{Number.Time(report.ResultStatistics!.Mean)}, {allocated} bytes allocated";

            // A list creates batteries; the other steps must not allocate.
            yield return what.StartsWith("list", StringComparison.Ordinal) ? Row.Information(what, measured)
                : what == Estimator && allocated == 0 ? Row.AtMost(what, "100 ns, 0 bytes", measured, report.ResultStatistics.Mean, MostEstimator)
                : Row.AtMost(what, "0 bytes", measured, Math.Abs(allocated), 0);
        }
    }
}
