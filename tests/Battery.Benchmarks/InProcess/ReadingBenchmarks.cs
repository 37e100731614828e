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
    private BatteryDevice _battery = null!;

    [GlobalSetup]
    public void Setup()
    {
        _battery = _source.Read(SupplyScopes.All).Batteries[0];
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

    [Benchmark(Description = "list and read all batteries")]
    public int List() => _source.Read(SupplyScopes.All).Batteries.Count;
}
