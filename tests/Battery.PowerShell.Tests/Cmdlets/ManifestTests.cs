using System.Management.Automation;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

public class ManifestTests
{
    [Fact]
    public void The_manifest_has_the_version_of_everything_else()
    {
        string version = Regex.Match(File.ReadAllText(Repository.At("Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        using var engine = new Engine();
        PSObject module = engine.Run("Get-Module", ("Name", "Battery")).Single();
        Assert.Equal(version, module.Properties["Version"].Value.ToString());
        Assert.Equal(["Get-Battery", "Get-BatteryManager", "Save-BatteryRecording", "Watch-Battery"], engine.Run("Get-Command", ("Module", "Battery")).Select(static command => (string)command.Properties["Name"].Value));
    }

    [Fact]
    public void A_release_tells_its_address_and_a_build_at_home_has_none()
    {
        using var folder = new TemporaryTree();
        string module = Path.Combine(folder.Sysfs, "Battery") + Path.DirectorySeparatorChar;
        string built = Path.GetDirectoryName(Pwsh.Module)!;
        foreach (string file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(module, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        CommandResult put = Command.Run("dotnet", ["msbuild", Repository.At("src", "Battery.PowerShell", "Battery.PowerShell.csproj"), "-target:PutAddressIntoModule", "-nodeReuse:false", "-p:ProjectAddress=https://example.org/battery", $"-p:ModuleFolder={module}"]);
        Assert.True(put.ExitCode == 0, put.Output);
        using var engine = new Engine();
        Assert.Equal("https://example.org/battery", Address(engine, Path.Combine(module, "Battery.psd1")));
        Assert.Null(Address(engine, Pwsh.Module));
        Assert.Equal(4, Regex.Count(File.ReadAllText(Path.Combine(module, "en-US", "Battery.PowerShell.dll-Help.xml")), "<maml:uri>https://example.org/battery#first-minute-in-powershell</maml:uri>"));
    }

    private static string? Address(Engine engine, string manifest) =>
        ((PSModuleInfo)engine.Run("Test-ModuleManifest", ("Path", manifest)).Single().BaseObject).ProjectUri?.ToString();
}
