using Battery.Benchmarks.Measures;
using Battery.Core.Estimation;
using Battery.Core.Linux;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;
using Battery.Core.Sources;
using BenchmarkDotNet.Attributes;

namespace Battery.Benchmarks.InProcess;

/// <summary>The steps of a reading, and the memory that each allocates.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly BatterySnapshot _snapshot = new();
    private readonly RawReading _raw = new() { Name = "BAT1" };
    private readonly LinuxSource _source = LinuxSource.Open(Machines.UeventTellsAll);
    private readonly byte[] _text = File.ReadAllBytes(Machines.FileOf(Machines.UeventTellsAll, "BAT1", "uevent"));
    private readonly EstimatorSet _estimators = new();
    private readonly TimeEstimator _estimator = new();
    private EstimateReading _reading = new() { Time = 0, Flow = EstimateFlow.Discharging, Energy = 1e6, EnergyFull = 1e6, Power = 10 };
    private BatteryDevice _battery = null!;

    [GlobalSetup]
    public void Setup()
    {
        MachineReading all = _source.Read(SupplyScopes.All);
        _estimators.AddAll(all);
        _battery = all.Batteries[0];
        UeventParser.Parse(_text, isWhole: true, _raw);
    }

    [GlobalCleanup]
    public void Cleanup() => _battery.Dispose();

    [Benchmark(Description = "parse uevent")]
    public object Parse()
    {
        _raw.Clear();
        UeventParser.Parse(_text, isWhole: true, _raw);
        return _raw;
    }

    [Benchmark(Description = "apply the rules")]
    public BatterySnapshot Rules()
    {
        BatteryRules.Apply(_raw, BatteryKind.Battery, _snapshot);
        return _snapshot;
    }

    [Benchmark(Description = "read all values of a snapshot")]
    public double Take()
    {
        double sum = 0;
        for (BatteryField field = 0; BatterySnapshot.IsField((int)field); field++)
        {
            sum += _battery.Snapshot.Number(field);
        }

        return sum;
    }

    [Benchmark(Description = "refresh a battery")]
    public bool Refresh() => _battery.TryRefresh();

    [Benchmark(Description = ManagedMeasures.Estimator)]
    public void Estimate()
    {
        // Each reading changes the counter; it never arrives at 0.
        _reading = _reading with { Time = _reading.Time + 1, Energy = _reading.Energy - 1e-6 };
        _estimator.Add(_reading);
    }

    [Benchmark(Description = "what a refresh adds to the estimate: clock, values, estimator")]
    public void Follow() => EstimatorSet.Add(_battery);

    [Benchmark(Description = "list and read all batteries")]
    public int List() => _source.Read(SupplyScopes.All).Batteries.Count;
}
