using System.IO.Compression;
using System.Management.Automation;
using System.Xml.Linq;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The package that galleries take, made by <c>dotnet pack</c> and installed as Install-PSResource lays it out.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("battery-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_installs_from_a_folder_and_runs_from_there()
    {
        CommandResult packed = Command.Run("dotnet", ["pack", Repository.At("src", "Battery.PowerShell"), "--no-build", "-nodeReuse:false", $"-p:PackageOutputPath={_folder}/"]);
        Assert.True(packed.ExitCode == 0, packed.Output);
        string package = Assert.Single(Directory.GetFiles(_folder, "Battery.*.nupkg"));
        string version = Path.GetFileNameWithoutExtension(package)["Battery.".Length..];
        string module = Path.Combine(_folder, "Modules", "Battery", version);
        ZipFile.ExtractToDirectory(package, module);

        // What is of the package and not of the module is left out of an installation.
        File.Delete(Path.Combine(module, "[Content_Types].xml"));
        Directory.Delete(Path.Combine(module, "_rels"), recursive: true);
        Directory.Delete(Path.Combine(module, "package"), recursive: true);
        AssertSaysWhatTheManifestSays(XDocument.Load(Path.Combine(module, "Battery.nuspec")), Path.Combine(module, "Battery.psd1"));
        File.Delete(Path.Combine(module, "Battery.nuspec"));

        string script = $"(Get-Module Battery).ModuleBase; (Get-BatteryManager -Recording '{new Fixture("thinkpad-t480-dual").Sysfs}').LibraryPath; (Get-Help Get-Battery).Synopsis.Trim()";
        CommandResult run = Pwsh.Run(script, Path.Combine(module, "Battery.psd1"));
        string[] lines = run.Output.Split('\n');
        Assert.Equal(string.Empty, run.Error);
        Assert.Equal(module, lines[0]);
        Assert.StartsWith(module, lines[1], StringComparison.Ordinal);
        Assert.Equal("Gets the batteries of this machine.", lines[2]);
        Assert.True(File.Exists(Path.Combine(module, "LICENSE")));
        Assert.True(File.Exists(Path.Combine(module, "CHANGELOG.md")));
    }

    private static void AssertSaysWhatTheManifestSays(XDocument nuspec, string manifest)
    {
        string Of(string name) => nuspec.Descendants().Single(element => element.Name.LocalName == name).Value;
        using var engine = new Engine();
        var module = (PSModuleInfo)engine.Run("Test-ModuleManifest", ("Path", manifest)).Single().BaseObject;
        Assert.Empty(engine.Errors);
        Assert.Equal(module.Version.ToString(), Of("version"));
        Assert.Equal((module.Author, module.Description, module.Copyright, module.ReleaseNotes), (Of("authors"), Of("description"), Of("copyright"), Of("releaseNotes")));
        IEnumerable<string> commands = module.ExportedCmdlets.Keys.Order(StringComparer.Ordinal).SelectMany(static name => new[] { $"PSCmdlet_{name}", $"PSCommand_{name}" });
        Assert.Equal([.. module.Tags, "PSModule", "PSEdition_Core", .. commands, "PSIncludes_Cmdlet"], Of("tags").Split(' '));
    }
}
