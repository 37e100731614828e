using System.Globalization;
using Battery.Benchmarks.Report;
using Battery.Tests.Shared;

namespace Battery.Benchmarks.Measures;

/// <summary>System calls, counted by strace: those that a refresh adds, and those that a longer wait adds.</summary>
internal sealed class SystemCallMeasures : ISection
{
    private const int Refreshes = 1_001;

    // The start of the runtime varies by one call between runs.
    private static readonly string[] s_ofMemory = ["brk", "madvise", "mmap", "mprotect", "munmap"];

    public string Title => "System calls, by `strace -c`";

    public IEnumerable<Row> Measure()
    {
        if (!Command.Exists("strace"))
        {
            yield return Row.Skipped("calls to the system", "strace is not installed");
            yield break;
        }

        yield return Refresh("a refresh, a battery whose uevent has all values", Machines.UeventTellsAll, 3);
        yield return Refresh("a refresh, a battery with two thresholds in separate files", Machines.WithThresholds, 9);
        string calls = Difference(Count("wait_cost", "/sys", "13000"), Count("wait_cost", "/sys", "1000"), 1, out double sum);
        yield return Row.AtMost("12 s longer wait", "0", sum == 0 ? "0" : calls, sum, 0);
    }

    private static Row Refresh(string what, string root, double target)
    {
        string calls = Difference(Count("refresh", root, $"{Refreshes}"), Count("refresh", root, "1"), Refreshes - 1, out double sum);
        return Row.AtMost(what, $"≤ {target}", calls, sum, target);
    }

    private static string Difference(Dictionary<string, int> many, Dictionary<string, int> few, double times, out double sum)
    {
        var each = many.Where(static call => !s_ofMemory.Contains(call.Key))
            .Select(call => (Name: call.Key, Count: (call.Value - few.GetValueOrDefault(call.Key)) / times)).Where(static call => call.Count >= 0.01).ToList();
        sum = each.Sum(static call => call.Count);
        return string.Join(", ", each.Select(static call => string.Create(CultureInfo.InvariantCulture, $"{call.Name} {call.Count:0.##}")));
    }

    private static Dictionary<string, int> Count(string program, params string[] arguments)
    {
        string file = Path.GetTempFileName();
        CommandResult result = Command.Run("strace", ["-f", "-c", "-o", file, Driver.Build(program), .. arguments]);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"strace of {program} ended with {result.ExitCode}: {result.Error}");
        }

        // % time, seconds, µs a call, calls, perhaps errors, name; the last line is their sum.
        var counts = File.ReadLines(file).Select(static line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(static words => words.Length is 5 or 6 && char.IsAsciiDigit(words[0][0]) && words[^1] != "total")
            .ToDictionary(static words => words[^1], static words => int.Parse(words[3], CultureInfo.InvariantCulture));
        File.Delete(file);
        return counts;
    }
}
