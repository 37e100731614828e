using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>Ctrl+C ends a command whose recording is on a file system that does not respond.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-stopping-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Get-Battery -Recording")]
    [InlineData("Get-BatteryManager -Recording")]
    [InlineData("Get-BatteryHealth -Recording")]
    [InlineData("Test-Battery -OnBattery -Recording")]
    [InlineData("Wait-Battery -OnBattery -Recording")]
    [InlineData("Watch-Battery -Recording")]
    [InlineData("Save-BatteryRecording saved.txt -Recording")]
    public void Stop_ends_a_command_that_opens_a_recording(string command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Command.Exists(CCompiler.Name), "the program that blocks is built on Linux by a C compiler");
        string library = Path.Combine(_folder.FullName, "blocked.so");
        string source = Repository.At("tests", "reliability", "blocked.c");
        CommandResult built = Command.Run(CCompiler.Name, ["-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", source, "-o", library]);
        Assert.True(built.ExitCode == 0, built.Error);
        string recording = Path.Combine(_folder.FullName, "recording.blocked");
        File.WriteAllText(recording, string.Empty);

        // Stop is what Ctrl+C calls. If it did not end the command, it would not return; the limit is for that case only.
        CommandResult result = Pwsh.Run($$"""
            $other = [powershell]::Create().AddScript({{Pwsh.Quote($"Import-Module {Pwsh.Quote(Pwsh.Module)}; {command} {Pwsh.Quote(recording)}")}})
            $running = $other.BeginInvoke()
            while (-not (Test-Path {{Pwsh.Quote(recording + ".pending")}})) {
                Start-Sleep -Milliseconds 10
                if ($running.IsCompleted) { "not blocked: $($other.Streams.Error)"; [Environment]::Exit(1) }
            }
            $other.BeginStop($null, $null).AsyncWaitHandle.WaitOne(600000)
            "$($other.InvocationStateInfo.State)"
            [Environment]::Exit(0)
            """,
            null, null, ("LD_PRELOAD", library));
        Assert.True(result.Output == "True\nStopped\n", result.Output + result.Error);
    }
}
