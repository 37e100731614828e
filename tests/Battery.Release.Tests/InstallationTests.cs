using Battery.Tests.Shared;

namespace Battery.Release.Tests;

/// <summary>Each package, installed in a place without anything of the build, prints the batteries of a recording.</summary>
public sealed class InstallationTests(Release release) : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("battery-home-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Archive_is_found_by_pkg_config_and_CMake_and_has_manual_pages()
    {
        release.Require();
        Release.RequireTools("cc", "pkg-config", "cmake", "make", "man");
        string output = Release.Output("packaging/try/archive.sh", Release.Rid);
        Assert.Equal(2, output.Split("\"name\": \"BAT0\"").Length - 1);
        Assert.Equal(2, output.Split("\"name\": \"BAT1\"").Length - 1);
        Assert.EndsWith("/share/man/man3/battery-waiting-for-changes.3\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wheel_installs_in_a_virtual_environment_and_is_removed()
    {
        release.Require();
        Assert.SkipUnless(Command.Run("python3", ["-c", "import ensurepip, venv"]).ExitCode == 0, "the module venv of Python is not installed");
        string output = Release.Output("packaging/try/wheel.sh");
        Assert.Contains($"version {Release.Version} ", output, StringComparison.Ordinal);
        AssertListsTheLaptop(output, "BAT0  80 %  idle", "BAT1  68 %  discharging");
    }

    [Fact]
    public void NuGet_package_works_in_a_console_program()
    {
        release.Require();
        AssertListsTheLaptop(Release.Output("packaging/try/nuget.sh"), "BAT0: 80 %, Idle", "BAT1: 68 %, Discharging");
    }

    [Fact]
    public void Debian_packages_install_in_a_new_root_and_leave_nothing_behind()
    {
        release.Require();
        Release.RequireTools("mmdebstrap", "chroot", "gcc", "pkg-config");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "chroot needs root");
        AssertListsTheLaptop(Release.Output("packaging/try/debian.sh"), "\"name\": \"BAT0\"", "BAT0  80 %  idle", "BAT1  68 %  discharging");
    }

    [Fact]
    public void Module_installs_from_a_folder_as_repository()
    {
        release.Require();

        // Without this folder, NuGet writes its configuration into the current one.
        Directory.CreateDirectory(Path.Combine(_home, ".config"));
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        CommandResult result = Pwsh.Start(
            ["-NonInteractive", "-File", Repository.At("packaging", "try", "module.ps1"), "-Release", Release.Folder],
            ("DOTNET_CLI_HOME", home), ("NUGET_PACKAGES", Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages")),
            ("HOME", _home), ("XDG_DATA_HOME", null), ("XDG_CONFIG_HOME", null), ("XDG_CACHE_HOME", null));
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        AssertListsTheLaptop(result.Output, "BAT0 80 Idle", "BAT1 68 Discharging", _home);
    }

    private static void AssertListsTheLaptop(string output, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(part, output, StringComparison.Ordinal));
}
