using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.Release.Tests;

/// <summary>The port of vcpkg and the recipe of Conan, which take the archive of the release. vcpkg is not needed.</summary>
public sealed class PortTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("battery-ports-").FullName;

    public PortTests(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        release.Require();
        Release.Output("packaging/ports.sh", $"file://{Release.Folder}", _folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Port_of_vcpkg_installs_a_package_that_CMake_finds()
    {
        Release.RequireTools("cc", "cmake", "make");
        string port = Path.Combine(_folder, "vcpkg", "ports", "libbattery");
        Run("cmake", PortArguments(port));
        Assert.Equal(Release.Version, (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(port, "vcpkg.json")))!["version"]);
        string packages = Path.Combine(_folder, "packages");
        Assert.Contains(".NET Foundation", File.ReadAllText(Path.Combine(packages, "share", "libbattery", "copyright")), StringComparison.Ordinal);

        // The program that Conan builds as the test of its package.
        string build = Path.Combine(_folder, "build");
        Run("cmake", "-S", Repository.At("packaging", "conan", "test_package"), "-B", build, $"-DCMAKE_PREFIX_PATH={packages}");
        Run("cmake", "--build", build);
        Assert.Equal(Release.Version + "\n", Run(Path.Combine(build, "version")));
    }

    [Fact]
    public void Port_of_vcpkg_refuses_an_archive_with_another_sum()
    {
        Release.RequireTools("cmake");
        string port = Path.Combine(_folder, "vcpkg", "ports", "libbattery");
        string sums = Path.Combine(port, "archives.cmake");
        File.WriteAllText(sums, File.ReadAllText(sums).Replace($"sha512_{Release.Rid} ", $"sha512_{Release.Rid} 0", StringComparison.Ordinal));
        Assert.NotEqual(0, Command.Run("cmake", PortArguments(port)).ExitCode);
    }

    [Fact]
    public void Recipe_of_Conan_has_the_address_and_the_sum_of_the_archive()
    {
        string archive = Release.Package("libbattery-*.tar.gz");
        string data = File.ReadAllText(Path.Combine(_folder, "conan", "conandata.yml"));
        Assert.Equal($"""
            sources:
              "{Release.Version}":
                {Release.Rid}:
                  url: "file://{archive}"
                  sha256: "{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)))}"

            """, data);
        Run("python3", "-m", "py_compile", Path.Combine(_folder, "conan", "conanfile.py"));
    }

    [Fact]
    public void Recipe_of_Conan_makes_a_package_that_its_test_program_uses()
    {
        Release.RequireTools("conan", "cc", "cmake", "make");
        Conan("profile", "detect");
        Assert.Contains($"\n{Release.Version}\n", Conan("create", Path.Combine(_folder, "conan"), "--version", Release.Version), StringComparison.Ordinal);
    }

    private string Conan(params string[] arguments)
    {
        CommandResult result = Command.Run("conan", arguments, _folder, [("CONAN_HOME", Path.Combine(_folder, "home"))]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output + result.Error;
    }

    private string[] PortArguments(string port) =>
    [
        $"-DPORT={port}", $"-DPLACE={_folder}", $"-DVERSION={Release.Version}", $"-DRID={Release.Rid}", "-P",
        Repository.At("tests", "Battery.Release.Tests", "vcpkg.cmake"),
    ];

    private static string Run(string program, params string[] arguments)
    {
        CommandResult result = Command.Run(program, arguments);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output;
    }
}
