using Battery.Core.Linux;
using Battery.Core.Linux.Files;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;
using Battery.Core.Sources;
using BenchmarkDotNet.Attributes;

namespace Battery.Benchmarks;

/// <summary>What a reading costs, against the least that any program can do: open, read and close uevent.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly string _root = Path.Combine(FindRepository(), "tests", "fixtures", "linux", "thinkpad-t480-dual", "sys");
    private readonly BatterySnapshot _snapshot = new();
    private readonly RawReading _raw = new() { Name = "BAT0" };
    private readonly byte[] _buffer = new byte[8192];
    private ISupplyFile _uevent = null!;
    private byte[] _text = [];
    private SysfsSource? _source;
    private BatteryDevice? _battery;

    [GlobalSetup]
    public void Setup()
    {
        string folder = Path.Combine(_root, "class", "power_supply", "BAT0");
        _uevent = new SysfsFolder(folder).File("uevent"u8);
        _text = File.ReadAllBytes(Path.Combine(folder, "uevent"));
        _source = SysfsSource.Open(_root);
        _battery = _source.ReadBatteries()[0];
        Uevent.Parse(_text, isWhole: true, _raw);
    }

    [Benchmark(Baseline = true, Description = "open, read, close uevent")]
    public int Floor() => _uevent.Read(_buffer, out _);

    [Benchmark(Description = "parse uevent")]
    public void Parse()
    {
        _raw.Clear();
        Uevent.Parse(_text, isWhole: true, _raw);
    }

    [Benchmark(Description = "apply the rules")]
    public void Rules() => BatteryRules.Apply(_raw, BatteryKind.Battery, _snapshot);

    [Benchmark(Description = "refresh a battery")]
    public bool Refresh() => _battery!.TryRefresh();

    [Benchmark(Description = "list and read all")]
    public int List() => _source!.ReadBatteries().Count;

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Battery.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("run the benchmarks from the repository: they read its fixtures");
    }
}
