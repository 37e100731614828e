using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests;

/// <summary>Battery.Shell is PowerShell itself, with the built module on its path.</summary>
public class ShellTests
{
    [Fact]
    public void First_command_of_the_README_shows_recorded_batteries()
    {
        CommandResult run = BatteryShell.Run("-File", Repository.At("examples", "powershell", "first-look.ps1"));
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("BAT", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Module_is_loaded_from_the_build_when_a_cmdlet_is_used()
    {
        CommandResult run = BatteryShell.Run("-NoProfile", "-Command", "(Get-Command Get-Battery).Module.Path; $PSVersionTable.PSVersion.ToString(); exit 6");
        Assert.Equal(6, run.ExitCode);
        Assert.Equal([Pwsh.Module, "7.6.9"],
            run.Output.Split('\n', '\r').Where(static line => line.Length > 0)
                .Select(static line => line.Replace("Battery.PowerShell.dll", "Battery.psd1", StringComparison.Ordinal)));
    }
}
