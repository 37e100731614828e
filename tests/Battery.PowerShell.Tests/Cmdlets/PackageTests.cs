using System.IO.Compression;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The package for galleries, made by <c>dotnet pack</c>. tests/Pester/Package.Tests.ps1 installs it with PSResourceGet.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("battery-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Package_installs_from_a_folder_and_runs_from_there()
    {
        Dotnet("pack", "--no-build", $"-p:PackageOutputPath={_folder}/");
        string package = Assert.Single(Directory.GetFiles(_folder, "Battery.*.nupkg"));
        string version = Path.GetFileNameWithoutExtension(package)["Battery.".Length..];
        string module = Path.Combine(_folder, "Modules", "Battery", version);
        ZipFile.ExtractToDirectory(package, module);

        // Files of the package that are not of the module are not installed.
        File.Delete(Path.Combine(module, "[Content_Types].xml"));
        Directory.Delete(Path.Combine(module, "_rels"), recursive: true);
        Directory.Delete(Path.Combine(module, "package"), recursive: true);
        File.Delete(Path.Combine(module, "Battery.nuspec"));

        string script = $"(Get-Module Battery).ModuleBase; (Get-BatteryManager -Recording '{new Fixture("thinkpad-t480-dual").Sysfs}').LibraryPath; "
            + "(Get-Help Get-Battery).Synopsis.Trim()";
        CommandResult run = Pwsh.Run(script, Path.Combine(module, "Battery.psd1"));
        string[] lines = run.Output.Split('\n');
        Assert.Equal(string.Empty, run.Error);
        Assert.Equal(module, lines[0]);
        Assert.StartsWith(module, lines[1], StringComparison.Ordinal);
        Assert.Equal("Gets the batteries of this machine.", lines[2]);
        Assert.True(File.Exists(Path.Combine(module, "LICENSE")));
        Assert.True(File.Exists(Path.Combine(module, "CHANGELOG.md")));
    }

    [Fact]
    public void Pack_with_an_address_gives_links_icon_readme_and_release_notes()
    {
        const string Address = "https://example.org/battery";
        string module = Build(Address);
        XDocument nuspec = Pack(module, Address);
        AssertAgreesWithTheManifest(nuspec, Path.Combine(module, "Battery.psd1"));
        Assert.Equal(Address, Value(nuspec, "projectUrl"));
        Assert.StartsWith($"{Address}/raw/v", Value(nuspec, "iconUrl"), StringComparison.Ordinal);
        Assert.EndsWith("/docs/images/icon.png", Value(nuspec, "iconUrl"), StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.At("docs", "images", "icon.png")));
        Assert.Equal("icon.png", Value(nuspec, "icon"));
        Assert.True(File.Exists(Path.Combine(module, "icon.png")));
        Assert.Equal("README.md", Value(nuspec, "readme"));
        Assert.DoesNotMatch(@"\]\((?!https?:|#)", File.ReadAllText(Path.Combine(module, "README.md")));
        string section = File.ReadAllText(Repository.At("CHANGELOG.md")).Split("\n## ")[1];
        Assert.Equal(section[section.IndexOf('\n', StringComparison.Ordinal)..].Trim(), Value(nuspec, "releaseNotes")!.ReplaceLineEndings("\n"));

        string help = File.ReadAllText(Path.Combine(module, "en-US", "Battery.PowerShell.dll-Help.xml"));
        string link = $@"<maml:linkText>Online version</maml:linkText>\s*<maml:uri>{Address}#first-minute-in-powershell</maml:uri>";
        Assert.Equal(Regex.Count(help, "<command:command "), Regex.Count(help, $@"<command:relatedLinks>\s*<maml:navigationLink>\s*{link}"));
        Assert.Contains("\n## First minute in PowerShell\n", File.ReadAllText(Repository.At("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Pack_without_an_address_gives_no_link()
    {
        string module = Build(string.Empty);
        XDocument nuspec = Pack(module, string.Empty);
        AssertAgreesWithTheManifest(nuspec, Path.Combine(module, "Battery.psd1"));
        Assert.Null(Value(nuspec, "projectUrl"));
        Assert.Null(Value(nuspec, "iconUrl"));
        Assert.DoesNotContain("relatedLinks", File.ReadAllText(Path.Combine(module, "en-US", "Battery.PowerShell.dll-Help.xml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://example.org/battery")]
    public void Manifest_has_every_template_name_replaced(string address) =>
        Assert.DoesNotMatch("@[A-Za-z]+@|^#", File.ReadAllText(Path.Combine(Build(address), "Battery.psd1")));

    /// <summary>A copy of the built module, with the files that depend on the address written for this one.</summary>
    private string Build(string address)
    {
        string module = Path.Combine(_folder, "Battery") + Path.DirectorySeparatorChar;
        string built = Path.GetDirectoryName(Pwsh.Module)!;
        foreach (string file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(module, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Dotnet("msbuild", "-target:WriteModuleTexts", $"-p:ProjectAddress={address}", $"-p:ModuleTextFolder={module}");
        return module;
    }

    private XDocument Pack(string module, string address)
    {
        Dotnet("pack", "--no-build", $"-p:PackageOutputPath={_folder}/", $"-p:ModuleFolder={module}", $"-p:ProjectAddress={address}");
        using ZipArchive package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(_folder, "Battery.*.nupkg")));
        using Stream nuspec = package.GetEntry("Battery.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }

    private static void Dotnet(string command, params string[] arguments)
    {
        string project = Repository.At("src", "Battery.PowerShell", "Battery.PowerShell.csproj");
        CommandResult result = Command.Run("dotnet", [command, project, "-nodeReuse:false", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    private static string? Value(XDocument nuspec, string name) => nuspec.Descendants().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    private static void AssertAgreesWithTheManifest(XDocument nuspec, string manifest)
    {
        using var engine = new Engine();
        var module = (PSModuleInfo)engine.Run("Test-ModuleManifest", ("Path", manifest)).Single().BaseObject;
        Assert.Empty(engine.Errors);
        Assert.Equal(
            [module.Version.ToString(), module.Author, module.Description, module.Copyright, module.ReleaseNotes.Trim()],
            new[] { "version", "authors", "description", "copyright", "releaseNotes" }.Select(name => Value(nuspec, name)));
        Assert.Equal(
            [module.LicenseUri?.ToString(), module.ProjectUri?.ToString(), module.IconUri?.ToString()],
            new[] { "licenseUrl", "projectUrl", "iconUrl" }.Select(name => Value(nuspec, name)));
        IEnumerable<string> commands = module.ExportedCmdlets.Keys.Order(StringComparer.Ordinal)
            .SelectMany(static name => new[] { $"PSCmdlet_{name}", $"PSCommand_{name}" });
        Assert.Equal([.. module.Tags, "PSModule", "PSEdition_Core", .. commands, "PSIncludes_Cmdlet"], Value(nuspec, "tags")!.Split(' '));
    }
}
