using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The benchmarks' drivers in C go with the header; what they measure is no test's business.</summary>
public class BenchmarkDriverTests
{
    private static readonly string s_root = Repository.At("tests", "fixtures", "linux", "surface-pro-4", "sys");

    [Theory]
    [InlineData("reading", 7)]
    [InlineData("scale", 1)]
    [InlineData("threads", 3)]
    [InlineData("start", 5)]
    public void A_driver_compiles_and_prints_its_numbers(string name, int count)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the drivers are Linux's");
        string program = Path.Combine(Directory.CreateDirectory(Repository.At("artifacts", "consumers")).FullName, $"speed-{name}");
        CCompiler.Compile(
            program, NativeLibraryFile.Package,
            ["-std=c11", "-O2", Repository.At("tests", "Battery.Benchmarks", "c", name + ".c"), $"-Wl,-rpath,{NativeLibraryFile.Folder}"]);
        string[] arguments = name switch
        {
            "reading" => [s_root, "1", Path.Combine(s_root, "class", "power_supply", "BAT1", "uevent")],
            "scale" => [s_root, "1"],
            "threads" => [s_root, "1", "4"],
            _ => [NativeLibraryFile.FullName, s_root],
        };
        CommandResult result = Command.Run(program, arguments);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        string[] numbers = result.Output.Split('\n')[0].Split('\t', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(count, numbers.Length);
        Assert.All(numbers, static number => Assert.True(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture) >= 0));
    }
}
