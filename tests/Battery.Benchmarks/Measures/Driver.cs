using System.Collections.Concurrent;
using System.Globalization;
using Battery.Tests.Shared;

namespace Battery.Benchmarks.Measures;

/// <summary>A program in C that times calls and prints numbers, a line per round.</summary>
internal static class Driver
{
    private static readonly ConcurrentDictionary<string, string> s_built = new();

    private static readonly string[] s_folders =
        [Repository.At("tests", "Battery.Benchmarks", "c"), Repository.At("tests", "consumers", "c"), Repository.At("examples", "c")];

    /// <summary>Compiles a program of <c>c</c>, of the tests, or one of the examples.</summary>
    /// <returns>The program.</returns>
    public static string Build(string name) => s_built.GetOrAdd(name, static name =>
    {
        string source = s_folders.Select(folder => Path.Combine(folder, name + ".c")).First(File.Exists);
        string program = Path.Combine(Directory.CreateDirectory(Repository.At("artifacts", "benchmarks")).FullName, name);
        CCompiler.Compile(program, Benchmarks.Build.Package, ["-std=c11", "-O2", source, $"-Wl,-rpath,{Benchmarks.Build.Package}/lib"]);
        return program;
    });

    /// <summary>Runs a program of <c>c</c>.</summary>
    /// <returns>The numbers it prints.</returns>
    public static double[][] Run(string name, params string[] arguments) => Read(Build(name), arguments);

    /// <summary>Runs any program that prints numbers, a line per round.</summary>
    public static double[][] Read(string program, params string[] arguments) =>
        Numbers(Command.Run(program, arguments), $"{program} {string.Join(' ', arguments)}");

    /// <summary>The numbers that a program prints, a line per round.</summary>
    /// <param name="result">The output and the exit code.</param>
    /// <param name="command">The command, for the message if it failed.</param>
    public static double[][] Numbers(CommandResult result, string command)
    {
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} ended with {result.ExitCode}: {result.Error}");
        }

        return
        [
            .. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Select(static number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()),
        ];
    }

    /// <summary>One column of all rounds.</summary>
    public static IEnumerable<double> Column(this double[][] rounds, int index) => rounds.Select(round => round[index]);
}
