using Battery.Benchmarks.Measures;
using Battery.Benchmarks.Report;
using BenchmarkDotNet.Running;

// With arguments they are BenchmarkDotNet's, as --filter '*Refresh*'; without any, everything is measured and docs/performance.md written.
if (args.Length > 0)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

return PerformanceReport.Make(
    new ReadingMeasures(), new ScaleMeasures(), new StartMeasures(), new WaitMeasures(),
    new SystemCallMeasures(), new PeerMeasures(), new PowerShellMeasures(), new ManagedMeasures());
