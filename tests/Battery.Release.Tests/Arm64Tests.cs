using System.IO.Compression;
using Battery.Tests.Shared;

namespace Battery.Release.Tests;

/// <summary>
/// The packages of linux-arm64, made on linux-x64, with the address of a project. The module and the NuGet package are made again, with this
/// library alone.
/// </summary>
public sealed class Arm64Tests(Arm64Tests.Packages packages) : IClassFixture<Arm64Tests.Packages>
{
    private const string Address = "https://example.org/battery";

    [Fact]
    public void Checkers_of_the_packages_find_nothing()
    {
        packages.Require();
        Release.RequireTools("lintian", "twine", "mandoc");
        CommandResult result = Release.Script("packaging/check.sh", [packages.Folder]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public void Debian_package_depends_on_the_glibc_that_the_library_needs()
    {
        packages.Require();
        Assert.Equal(
            $"libc6 (>= {Release.MeasuredGlibc(Path.Combine(Arm64Library.Folder, "lib", "libbattery.so"))})",
            Release.DebianField(packages.Find("libbattery1_*_arm64.deb"), "Depends"));
    }

    [Theory]
    [InlineData("libbattery-*-linux-arm64.tar.gz", "tar", "-xzf", "-C", "libbattery-*")]
    [InlineData("*_arm64.deb", "dpkg-deb", "--extract", null, "usr")]
    public void Library_of_the_package_lists_the_batteries_of_a_recording(string pattern, string program, string verb, string? into, string prefix)
    {
        packages.Require();
        DirectoryInfo place = Directory.CreateTempSubdirectory("battery-arm64-");
        foreach (string package in Directory.GetFiles(packages.Folder, pattern))
        {
            string[] target = into is null ? [place.FullName] : [into, place.FullName];
            Assert.Equal(0, Command.Run(program, [verb, package, .. target]).ExitCode);
        }

        string unpacked = Assert.Single(Directory.GetDirectories(place.FullName, prefix));
        string[] libraries = [Path.Combine(unpacked, "lib"), Path.Combine(unpacked, "lib", "aarch64-linux-gnu")];
        string file = Path.Combine(place.FullName, "battery_json");
        Arm64Library.Compile(file, Path.Combine(unpacked, "include"), libraries, [Repository.At("examples", "c", "battery_json.c")]);
        CommandResult run = Arm64Library.Run(file, libraries, new Fixture("thinkpad-t480-dual").Sysfs);
        place.Delete(recursive: true);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\"name\": \"BAT0\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"BAT1\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_has_the_address_of_the_project()
    {
        packages.Require();
        Assert.Equal(Address, Release.DebianField(packages.Find("libbattery1_*_arm64.deb"), "Homepage"));
        Assert.Contains($"<projectUrl>{Address}</projectUrl>", Entry("Battery.*.nupkg", "Battery.nuspec"), StringComparison.Ordinal);
        Assert.Contains($"<projectUrl>{Address}</projectUrl>", Entry("LibBattery.*.nupkg", "LibBattery.nuspec"), StringComparison.Ordinal);
        string wheel = Entry("*-manylinux_2_*_aarch64.whl", $"libbattery-{Release.Version}.dist-info/METADATA");
        Assert.Contains($"\nProject-URL: Source, {Address}\n", wheel, StringComparison.Ordinal);
        Assert.Contains($"]({Address}/blob/v{Release.Version}/docs/reference/python.md)", wheel, StringComparison.Ordinal);
    }

    private string Entry(string pattern, string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.Find(pattern));
        return new StreamReader(archive.GetEntry(path)!.Open()).ReadToEnd();
    }

    /// <summary>The packages, made when a test first needs them.</summary>
    public sealed class Packages(Release release) : IDisposable
    {
        private readonly string _place = Directory.CreateTempSubdirectory("battery-arm64-packages-").FullName;
        private CommandResult? _packed;

        public string Folder => Path.Combine(_place, "release");

        public void Dispose() => Directory.Delete(_place, recursive: true);

        public string Find(string pattern) => Assert.Single(Directory.GetFiles(Folder, pattern));

        public void Require()
        {
            release.Require();
            Arm64Library.Require(BuildMetadata.Of(typeof(Release), "Configuration"));
            _packed ??= Release.Pack(Arm64Library.Rid, ("PACKAGING_FOLDER", _place), ("ProjectAddress", Address));
            Assert.True(_packed.ExitCode == 0, _packed.Output + _packed.Error);
        }
    }
}
