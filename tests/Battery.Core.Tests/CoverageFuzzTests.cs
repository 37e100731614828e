using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Core.Tests;

/// <summary>A short run of the coverage-guided fuzzer on each of its targets. CONTRIBUTING describes a long one.</summary>
public partial class CoverageFuzzTests
{
    private const string Seconds = "2";

    [Theory]
    [InlineData("recording")]
    [InlineData("plist")]
    [InlineData("registry")]
    [InlineData("uevent")]
    [InlineData("ioctl")]
    public void A_short_run_finds_nothing(string target)
    {
        Assert.SkipUnless(Command.Exists("afl-fuzz"), "afl++ is not installed");
        string configuration = BuildMetadata.Of(typeof(CoverageFuzzTests), "Configuration");
        string program = Repository.At("tests", "Battery.Fuzz", "bin", configuration, "net10.0", "Battery.Fuzz.dll");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("battery-");
        CommandResult result = Command.Run("dotnet", [program, "run", target, Seconds, folder.FullName]);
        folder.Delete(recursive: true);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Match counted = Summary().Match(result.Output);
        Assert.True(counted.Success && int.Parse(counted.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) > 0, result.Output);
    }

    [GeneratedRegex(@"(\d+) executions, [1-9]\d* paths, [1-9]\d* edges, \d+ crashes and \d+ hangs, of which 0 happen again")]
    private static partial Regex Summary();
}
