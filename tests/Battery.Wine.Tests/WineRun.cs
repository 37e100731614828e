using System.Runtime.InteropServices;
using Battery.Tests.Shared;

namespace Battery.Wine.Tests;

/// <summary>The one run of the program in Wine, whose scenarios are tests.</summary>
public sealed class WineRun : IDisposable
{
    private readonly Lazy<IReadOnlyList<Scenario>> _scenarios = new(Run);

    /// <summary>The result of each scenario; the test is skipped if a tool is missing.</summary>
    public IReadOnlyList<Scenario> Scenarios
    {
        get
        {
            Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "Wine runs win-x64 on linux-x64");
            Assert.SkipUnless(WinePrefix.Wine is not null && Command.Exists("wineserver"), "wine64 is not installed");
            foreach (string tool in WindowsBuild.Tools)
            {
                Assert.SkipUnless(Command.Exists(tool), $"{tool} is not installed");
            }

            return _scenarios.Value;
        }
    }

    public void Dispose()
    {
        if (_scenarios.IsValueCreated)
        {
            WinePrefix.Stop();
        }
    }

    private static List<Scenario> Run()
    {
        Parallel.Invoke(WindowsBuild.Run, WinePrefix.Prepare);
        WinePrefix.Install(WindowsBuild.Driver);
        List<Scenario> scenarios = [.. Read(WinePrefix.RunProgram(WindowsBuild.Program)),
            .. Read(WinePrefix.RunScript(Repository.At("tests", "wine", "module.ps1")))];
        TestContext.Current.SendDiagnosticMessage(
            "Windows in Wine:\n{0}",
            string.Join('\n', scenarios.Select(static scenario => $"  {scenario.Name,-50} {scenario.Milliseconds,5} ms  {scenario.Outcome}")));
        return scenarios;
    }

    // A scenario that was not reached has no line; the log has the reason.
    private static IEnumerable<Scenario> Read(CommandResult result)
    {
        if (result.ExitCode != 0)
        {
            TestContext.Current.SendDiagnosticMessage("A run in Wine ended with {0}: {1}{2}", result.ExitCode, result.Output, result.Error);
        }

        return result.Output.Split('\n').Select(static line => line.TrimEnd('\r').Split('\t'))
            .Where(static parts => parts.Length == 3).Select(static parts => new Scenario(parts[0], parts[1], parts[2]));
    }
}
