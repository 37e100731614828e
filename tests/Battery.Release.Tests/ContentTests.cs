using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Release.Tests;

/// <summary>What is in the packages.</summary>
public partial class ContentTests(Release release)
{
    private const string Notices = "THIRD-PARTY-NOTICES.txt";

    [Fact]
    public void Pack_makes_a_package_of_every_kind()
    {
        release.Require();
        string architecture = Release.Rid == "linux-x64" ? "amd64" : "arm64";
        string machine = Release.Rid == "linux-x64" ? "x86_64" : "aarch64";
        string version = Release.Version;
        string[] patterns =
        [
            $"Battery.{version}.nupkg", $"LibBattery.{version}.nupkg", $"libbattery-{version}-{Release.Rid}.tar.gz",
            $"libbattery-{version}-py3-none-manylinux_2_*_{machine}.whl", $"libbattery1_{version}-*_{architecture}.deb",
            $"libbattery-dev_{version}-*_{architecture}.deb", $"python3-battery_{version}-*_all.deb", $"battery-{version}.cdx.json", "SHA256SUMS",
        ];
        Assert.All(patterns, pattern => Assert.NotEmpty(Release.Package(pattern)));
        Assert.Equal(patterns.Length, Directory.GetFiles(Release.Folder).Length);
    }

    [Fact]
    public void Checkers_of_the_packages_find_nothing()
    {
        release.Require();
        Release.RequireTools("lintian", "twine", "mandoc");
        CommandResult result = Release.Script("packaging/check.sh", []);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public void Check_fails_for_a_package_that_was_changed()
    {
        release.Require();
        string copy = Directory.CreateTempSubdirectory("battery-release-").FullName;
        Assert.Equal(0, Command.Run("cp", ["-r", Release.Folder + "/.", copy]).ExitCode);
        File.AppendAllText(Directory.GetFiles(copy, "*.whl")[0], "changed");
        CommandResult result = Release.Script("packaging/check.sh", [copy]);
        Directory.Delete(copy, recursive: true);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(".whl: FAILED", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Battery.*.nupkg", Notices)]
    [InlineData("LibBattery.*.nupkg", Notices)]
    [InlineData("*.whl", "libbattery-*.dist-info/" + Notices)]
    public void Package_has_its_license_and_the_notices_of_others(string package, string path)
    {
        release.Require();
        using ZipArchive archive = ZipFile.OpenRead(Release.Package(package));
        string folder = path.Replace("*", Release.Version, StringComparison.Ordinal)[..^Notices.Length];
        string notices = new StreamReader(archive.GetEntry(folder + Notices)!.Open()).ReadToEnd();
        Assert.Contains(".NET Foundation and Contributors", notices, StringComparison.Ordinal);
        Assert.Contains("uPlot", notices, StringComparison.Ordinal);
        Assert.NotNull(archive.GetEntry(folder + "LICENSE"));
    }

    [Fact]
    public void Package_for_dotnet_has_the_same_library_as_the_module()
    {
        release.Require();
        string path = $"runtimes/{Release.Rid}/native/libbattery.so";
        using ZipArchive module = ZipFile.OpenRead(Release.Package("Battery.*.nupkg"));
        using ZipArchive package = ZipFile.OpenRead(Release.Package("LibBattery.*.nupkg"));
        Assert.Equal(SHA256.HashData(module.GetEntry(path)!.Open()), SHA256.HashData(package.GetEntry(path)!.Open()));
        Assert.NotNull(package.GetEntry("lib/net8.0/LibBattery.xml"));
    }

    [Fact]
    public void Native_library_contains_no_path_of_the_machine_that_built_it()
    {
        release.Require();
        byte[] library = File.ReadAllBytes(Repository.At("artifacts", "libbattery", Release.Rid, "lib", "libbattery.so"));
        Assert.Equal(-1, library.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
    }

    [Fact]
    public void Wheel_has_types_that_a_strict_checker_accepts()
    {
        release.Require();
        Release.RequireTools("mypy");
        string folder = Directory.CreateTempSubdirectory("battery-wheel-").FullName;
        ZipFile.ExtractToDirectory(Release.Package("*.whl"), folder);
        Assert.True(File.Exists(Path.Combine(folder, "battery", "py.typed")));
        CommandResult result = Command.Run("mypy", ["--strict", "--cache-dir", Path.Combine(folder, "cache"), Path.Combine(folder, "battery")]);
        Directory.Delete(folder, recursive: true);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public void Wheel_has_an_author_and_a_description_without_relative_links()
    {
        release.Require();
        using ZipArchive archive = ZipFile.OpenRead(Release.Package("*.whl"));
        string metadata = new StreamReader(archive.GetEntry($"libbattery-{Release.Version}.dist-info/METADATA")!.Open()).ReadToEnd();
        Assert.Contains("\n# libbattery for Python\n", metadata, StringComparison.Ordinal);
        Assert.Contains("\nAuthor: The Battery maintainers\n", metadata, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\]\((?!https?:)", metadata);
    }

    [Fact]
    public void Pages_of_the_archive_and_of_the_module_refer_to_no_file_that_is_missing()
    {
        release.Require();
        string folder = Directory.CreateTempSubdirectory("battery-pages-").FullName;
        string archive = Release.Package("libbattery-*.tar.gz");
        Assert.Equal(0, Command.Run("tar", ["-xzf", archive, "--strip-components=1", "--directory", folder]).ExitCode);
        ZipFile.ExtractToDirectory(Release.Package("Battery.*.nupkg"), folder);
        string pages = Path.Combine(folder, "share", "doc", "libbattery");

        // Messages of the library name this page.
        Assert.All([pages, Path.Combine(folder, "docs")], static place => Assert.True(File.Exists(Path.Combine(place, "charge-limit.md")), place));
        foreach (string page in Directory.GetFiles(pages, "*.md").Append(Path.Combine(folder, "docs", "charge-limit.md")))
        {
            IEnumerable<string> links = RelativeLink().Matches(File.ReadAllText(page)).Select(static match => match.Groups[1].Value);
            Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(page)!, link)), $"{page}: {link}"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Debian_package_depends_on_the_glibc_that_the_library_needs()
    {
        release.Require();
        Assert.Equal($"libc6 (>= {Release.MeasuredGlibc(Repository.At("artifacts", "libbattery", Release.Rid, "lib", "libbattery.so"))})",
            Release.DebianField(Release.Package("libbattery1_*.deb"), "Depends"));
    }

    [Fact]
    public void Bill_of_materials_lists_the_runtime_the_charts_and_every_file()
    {
        release.Require();
        JsonNode bom = JsonNode.Parse(File.ReadAllText(Release.Package("battery-*.cdx.json")))!;
        Assert.Equal("CycloneDX", (string?)bom["bomFormat"]);
        Dictionary<string, JsonNode> components = bom["components"]!.AsArray().ToDictionary(static one => (string)one!["name"]!, static one => one!);
        Assert.Equal("required", (string?)components[$"Microsoft.NETCore.App.Runtime.NativeAOT.{Release.Rid}"]["scope"]);
        Assert.Matches(@"^1\.\d+\.\d+$", (string?)components["uplot"]["version"]);
        Assert.Contains("Microsoft.DotNet.ILCompiler", components.Keys);
        foreach (string file in Directory.GetFiles(Release.Folder).Where(static file => Path.GetExtension(file) is not ("" or ".json")))
        {
            string sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
            Assert.Equal(sum, (string?)components[Path.GetFileName(file)]["hashes"]![0]!["content"]);
        }
    }

    // Two builds of the native library are compared by packaging/compare.sh, which the release workflow runs.
    [Fact]
    public void Packing_an_uploaded_copy_of_the_native_library_elsewhere_gives_the_same_packages()
    {
        release.Require();
        string other = Directory.CreateTempSubdirectory("battery-another-longer-path-").FullName;
        string libraries = Directory.CreateDirectory(Path.Combine(other, "libraries")).FullName;

        // As an upload of a workflow makes it: with files instead of links.
        Assert.Equal(0, Command.Run("cp", ["-rL", Repository.At("artifacts", "libbattery", Release.Rid), libraries]).ExitCode);
        CommandResult result = Release.Pack(Release.Rid, ("PACKAGING_FOLDER", other), ("LIBRARIES_FOLDER", libraries));
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        CommandResult compared = Release.Script("packaging/same.sh", [Release.Folder, Path.Combine(other, "release")]);
        Directory.Delete(other, recursive: true);
        Assert.True(compared.ExitCode == 0, compared.Output + compared.Error);
    }

    [Theory]
    [InlineData("changed", 1, "same    first\ndiffers second\n", "")]
    [InlineData(null, 1, "", "the builds made different files: ")]
    [InlineData("2", 0, "same    first\nsame    second\n", "")]
    public void Comparison_lists_the_files_of_two_builds_that_differ(string? second, int exitCode, string output, string error)
    {
        Release.RequireTools("bash", "git", "cmp");
        DirectoryInfo place = Directory.CreateTempSubdirectory("battery-compare-");
        string[] builds = [place.CreateSubdirectory("a").FullName, place.CreateSubdirectory("b").FullName];
        foreach (string build in builds)
        {
            File.WriteAllText(Path.Combine(build, "first"), "1");
        }

        File.WriteAllText(Path.Combine(builds[0], "second"), "2");
        if (second is not null)
        {
            File.WriteAllText(Path.Combine(builds[1], "second"), second);
        }

        CommandResult result = Release.Script("packaging/same.sh", builds);
        place.Delete(recursive: true);
        Assert.Equal((exitCode, output), (result.ExitCode, result.Output));
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex RelativeLink();
}
