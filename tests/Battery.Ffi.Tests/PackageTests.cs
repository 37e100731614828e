using System.Globalization;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The installed directory, used by compilers, pkg-config and CMake.</summary>
public sealed partial class PackageTests : IDisposable
{
    // A prefix with a space.
    private readonly string _prefix = Directory.CreateTempSubdirectory("battery prefix ").FullName;

    public PackageTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the package has its names and helper files on Linux");
        Assert.Equal(0, Command.Run("cp", ["-a", NativeLibraryFile.Package + "/.", _prefix]).ExitCode);
    }

    public void Dispose() => Directory.Delete(_prefix, recursive: true);

    [Theory]
    [InlineData("{flags} {source}")]
    [InlineData("{source} {flags}")]
    public void Pkg_config_finds_the_library_under_any_prefix(string order)
    {
        Assert.SkipUnless(Command.Exists("pkg-config"), "pkg-config is not installed");
        string program = Path.Combine(_prefix, "demo");
        string arguments = order.Replace("{flags}", "$(pkg-config --cflags --libs battery)", StringComparison.Ordinal)
            .Replace("{source}", Repository.At("examples", "c", "demo.c"), StringComparison.Ordinal);
        (string, string?) path = ("PKG_CONFIG_PATH", Path.Combine(_prefix, "lib", "pkgconfig"));
        CommandResult built = Command.Run("sh", ["-c", $"eval \"{CCompiler.Name} {arguments} -o '{program}'\""], null, path);
        Assert.True(built.ExitCode == 0, built.Error);
        CommandResult run = Command.Run(program, [], null, ("LD_LIBRARY_PATH", Path.Combine(_prefix, "lib")));
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", Command.Run("pkg-config", ["--modversion", "battery"], null, path).Output);
    }

    [Fact]
    public void Find_package_finds_the_library_under_any_prefix()
    {
        Assert.SkipUnless(Command.Exists("cmake") && Command.Exists("make"), "cmake or make is not installed");
        string source = Directory.CreateDirectory(Path.Combine(_prefix, "project")).FullName;
        File.WriteAllText(Path.Combine(source, "CMakeLists.txt"), $"""
            cmake_minimum_required(VERSION 3.16)
            project(demo C)
            find_package(Battery 0.1 REQUIRED)
            add_executable(demo "{Repository.At("examples", "c", "demo.c")}")
            target_link_libraries(demo PRIVATE Battery::battery)
            """);
        CommandResult configured = Command.Run("cmake", ["-S", source, "-B", source + "/build", $"-DCMAKE_PREFIX_PATH={_prefix}"]);
        Assert.True(configured.ExitCode == 0, configured.Error);
        CommandResult built = Command.Run("cmake", ["--build", source + "/build"]);
        Assert.True(built.ExitCode == 0, built.Output + built.Error);
        CommandResult run = Command.Run(source + "/build/demo", []);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Library_has_the_file_names_that_linkers_and_loaders_use()
    {
        string folder = Path.Combine(_prefix, "lib");
        string loadName = new FileInfo(Path.Combine(folder, "libbattery.so")).LinkTarget!;
        string file = new FileInfo(Path.Combine(folder, loadName)).LinkTarget!;
        Assert.Equal("libbattery.so.1", loadName);
        Assert.Matches(@"^libbattery\.so\.\d+\.\d+\.\d+$", file);
        Assert.SkipUnless(Command.Exists("readelf"), "readelf is not installed");
        string dynamic = Command.Run("readelf", ["-dW", Path.Combine(folder, file)]).Output;
        Assert.Contains($"Library soname: [{loadName}]", dynamic, StringComparison.Ordinal);
        Assert.Contains("NODELETE", dynamic, StringComparison.Ordinal);
    }

    [Fact]
    public void Library_can_be_closed_and_opened_again()
    {
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        CommandResult result = Command.Run("python3", ["-c", $"""
            import _ctypes, ctypes
            for _ in range(3):
                library = ctypes.CDLL("{NativeLibraryFile.FullName}")
                assert library.battery_abi_version() == 1
                _ctypes.dlclose(library._handle)
            """]);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Package_has_documentation_and_license()
    {
        string folder = Path.Combine(_prefix, "share", "doc", "libbattery");
        foreach (string name in new[] { "LICENSE", "CHANGELOG.md", "c-api.md", "values.md" })
        {
            Assert.True(new FileInfo(Path.Combine(folder, name)).Length > 0, name);
        }
    }

    [Fact]
    public void Library_is_small() =>
        Assert.InRange(new FileInfo(NativeLibraryFile.FullName).ResolveLinkTarget(returnFinalTarget: true) is FileInfo file ? file.Length : 0, 1, 1_700_000);

    [Fact]
    public void Library_requires_only_the_glibc_versions_listed_here()
    {
        Assert.SkipUnless(Command.Exists("objdump"), "objdump is not installed");
        Version newest = GlibcVersion().Matches(Command.Run("objdump", ["-T", NativeLibraryFile.FullName]).Output)
            .Select(static match => Version.Parse(match.Groups[1].Value)).Max()!;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"libbattery requires glibc {newest}"));

        // glibc 2.34 moved the threads into libc, so a library that is linked on a newer system requires it.
        Assert.InRange(newest, new Version(2, 2, 5), new Version(2, 34));
    }

    [GeneratedRegex(@"GLIBC_(\d+\.\d+(?:\.\d+)?)")]
    private static partial Regex GlibcVersion();
}
