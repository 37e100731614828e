using System.Globalization;
using Battery.Tests.Shared;

namespace Battery.Fuzz;

/// <summary>A run of AFL++ on one target. A later run in the same folder goes on with what earlier ones found.</summary>
/// <param name="Target">The target.</param>
/// <param name="Statistics">What AFL++ counted.</param>
/// <param name="Findings">The inputs that crash or hang, of this run and of earlier ones that are not removed.</param>
internal sealed record Campaign(Target Target, Dictionary<string, string> Statistics, IReadOnlyList<string> Findings)
{
    private const string Assembly = "Battery.Core.dll";

    private const string LimitInMilliseconds = "20000";

    // A loaded machine is no finding: an input takes milliseconds, or it is quadratic and takes longer than this, too.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    // No terminal, no tuning of the machine, and an executable (dotnet) that AFL++ did not compile.
    private static readonly (string, string?)[] s_environment =
    [
        ("AFL_NO_UI", "1"), ("AFL_QUIET", "1"), ("AFL_SKIP_BIN_CHECK", "1"), ("AFL_SKIP_CPUFREQ", "1"), ("AFL_NO_AFFINITY", "1"),
        ("AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES", "1"), ("AFL_AUTORESUME", "1"), ("AFL_FORKSRV_INIT_TMOUT", "600000"),
        .. DotnetTools.Environment,
    ];

    private static readonly Lazy<string> s_program = new(Instrument);

    /// <summary>The folder of runs that name no other.</summary>
    public static string DefaultFolder { get; } = Repository.At("artifacts", "fuzz");

    /// <summary>Fuzzes a target.</summary>
    public static Campaign Run(Target target, int seconds, string all)
    {
        string folder = Path.Combine(all, target.Name), seeds = Path.Combine(folder, "seeds"), output = Path.Combine(folder, "found");
        Input.WriteSeeds(target, seeds);
        string time = seconds.ToString(CultureInfo.InvariantCulture);
        string[] options = ["-i", seeds, "-o", output, "-V", time, "-t", LimitInMilliseconds, "-m", "none"];
        string[] arguments = [.. options, "--", "dotnet", s_program.Value, "input", target.Name];

        // It also runs every seed, several times, before the seconds begin.
        CommandResult result = Command.Run("afl-fuzz", arguments, folder, TimeSpan.FromSeconds(seconds) + TimeSpan.FromMinutes(15), s_environment);
        string statistics = Path.Combine(output, "default", "fuzzer_stats");
        return result.ExitCode == 0 && File.Exists(statistics)
            ? new(
                target,
                File.ReadLines(statistics).Select(Pair).ToDictionary(static pair => pair[0], static pair => pair[1]),
                [.. Saved(output, "crashes").Concat(Saved(output, "hangs")).Where(input => !Passes(target, input))])
            : throw new InvalidOperationException($"afl-fuzz ended with {result.ExitCode}: {result.Output}{result.Error}");
    }

    public override string ToString() =>
        $"{Target.Name}: {Number("execs_done")} executions, {Number("corpus_count")} paths, {Number("edges_found")} edges, "
        + $"{Number("saved_crashes")} crashes and {Number("saved_hangs")} hangs, of which {Findings.Count} happen again";

    private static IEnumerable<string> Saved(string output, string kind) => Directory.EnumerateFiles(Path.Combine(output, "default", kind), "id*");

    // Alone, and in a process of its own.
    private static bool Passes(Target target, string input)
    {
        try
        {
            return Command.Run("dotnet", [typeof(Campaign).Assembly.Location, "replay", target.Name, input], null, s_patience).ExitCode == 0;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static string[] Pair(string line) => line.Split(':', 2, StringSplitOptions.TrimEntries);

    private int Number(string name) => int.Parse(Statistics[name], CultureInfo.InvariantCulture);

    // A copy of this program whose library counts its branches. Several runs may go on at once.
    private static string Instrument()
    {
        string copy = Directory.CreateDirectory(Path.Combine(DefaultFolder, $"program-{Environment.ProcessId}")).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(copy, recursive: true);
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        DotnetTools.Require();
        CommandResult result = Command.Run("dotnet", ["tool", "run", "sharpfuzz", Path.Combine(copy, Assembly)], Repository.Root, s_environment);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"sharpfuzz failed: {result.Output}{result.Error}");
        }

        return Path.Combine(copy, "Battery.Fuzz.dll");
    }
}
