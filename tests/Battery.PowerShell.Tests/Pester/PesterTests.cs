using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests;

/// <summary>The tests in tests/Pester, in a whole PowerShell, where there is one with Pester.</summary>
public class PesterTests
{
    [Fact]
    public void Every_Pester_test_passes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        Assert.SkipUnless(Command.Exists("pwsh"), "pwsh (PowerShell 7.4 or newer) is not installed");
        Assert.SkipUnless(Run("exit [int](-not (Get-Module -ListAvailable Pester | Where-Object Version -ge '5.0'))").ExitCode == 0, "the module Pester 5 is not installed");
        CommandResult result = Run($"""
            $result = Invoke-Pester '{Repository.At("tests", "Pester")}' -PassThru -Output None
            $result.Failed | ForEach-Object {"{"} "$($_.ExpandedPath): $($_.ErrorRecord)" {"}"}
            "$($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped"
            exit [int]($result.Result -ne 'Passed' -or $result.PassedCount -eq 0)
            """);
        TestContext.Current.TestOutputHelper!.WriteLine(result.Output);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    private static CommandResult Run(string script) => Command.Run("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script]);
}
