using System.Globalization;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The drivers of the benchmarks compile and run; what they measure is not tested.</summary>
public class BenchmarkDriverTests
{
    private static readonly string s_root = Repository.At("tests", "fixtures", "linux", "surface-pro-4", "sys");

    [Theory]
    [InlineData("reading", 8)]
    [InlineData("scale", 1)]
    [InlineData("lists", 2)]
    [InlineData("threads", 3)]
    [InlineData("start", 5)]
    [InlineData("summary", 3)]
    public void Driver_compiles_and_prints_its_numbers(string name, int count)
    {
        string[] arguments = name switch
        {
            "reading" or "summary" => [s_root, "1", Path.Combine(s_root, "class", "power_supply", "BAT1", "uevent")],
            "scale" => [s_root, "1"],
            "lists" => [s_root, "1", "2"],
            "threads" => [s_root, "1", "4"],
            _ => [NativeLibraryFile.FullName, s_root],
        };
        CommandResult result = Command.Run(Build(name), arguments);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        string[] numbers = result.Output.Split('\n')[0].Split('\t', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(count, numbers.Length);
        Assert.All(numbers, static number => Assert.True(double.Parse(number, CultureInfo.InvariantCulture) >= 0));
    }

    /// <summary>By default the collector's memory depends on the processor's cache: 20 MB for a cache of 32 MB.</summary>
    [Fact]
    public void Lists_take_at_most_6_MB_for_every_cache_size()
    {
        CommandResult result = Command.Run(Build("lists"), [s_root, "1", "1000", "20000"]);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.All(result.Output.Trim().Split('\t'), static kibibytes => Assert.InRange(int.Parse(kibibytes, CultureInfo.InvariantCulture), 1, 6 * 1024));
    }

    private static string Build(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the drivers are for Linux");
        string program = Path.Combine(Directory.CreateDirectory(Repository.At("artifacts", "consumers")).FullName, $"speed-{name}");
        CCompiler.Compile(
            program, NativeLibraryFile.Package,
            ["-std=c11", "-O2", Repository.At("tests", "Battery.Benchmarks", "c", name + ".c"), $"-Wl,-rpath,{NativeLibraryFile.Folder}"]);
        return program;
    }
}
