using System.Diagnostics;
using Battery.PowerShell.Tests.Shell;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The native library is the module's own, and loaded when it is needed.</summary>
public sealed class LoadingTests : IDisposable
{
    private const string ShowMaps = "[IO.File]::ReadAllLines('/proc/self/maps') -match 'libbattery' | ForEach-Object { ($_ -split ' +', 6)[5] }";
    private readonly string _folder = Directory.CreateTempSubdirectory("Batterie für alle ").FullName;

    public LoadingTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "looks at /proc");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Import_alone_loads_no_native_code() => Assert.Empty(ShellRun.Start("-Command", ShowMaps).Output);

    [Fact]
    public void A_decoy_is_never_loaded()
    {
        File.WriteAllText(Path.Combine(_folder, "libbattery.so"), "not a library");
        File.WriteAllText(Path.Combine(_folder, "battery.so"), "not a library");
        var start = new ProcessStartInfo("dotnet", [ShellRun.AssemblyPath, "-Command", "$null = Get-Battery; " + ShowMaps]) { WorkingDirectory = _folder };
        start.Environment["LD_LIBRARY_PATH"] = _folder;
        ShellRun run = ShellRun.Start(start, string.Empty);
        Assert.Empty(run.Error);
        string module = Path.GetDirectoryName(Engine.ModulePath)!;
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), path => Assert.StartsWith(module, path, StringComparison.Ordinal));
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void A_module_path_may_hold_blanks_and_any_letters()
    {
        string module = CopyModule();
        ShellRun run = ShellRun.Start("-Module", module, "-Command", "$null = Get-Battery; " + ShowMaps);
        Assert.Contains(_folder, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_runtime_that_is_not_shipped_is_one_clear_error()
    {
        string module = CopyModule();
        string runtimes = Path.Combine(Path.GetDirectoryName(module)!, "runtimes");
        Directory.Move(Directory.EnumerateDirectories(runtimes).Single(), Path.Combine(runtimes, "plan9-x64"));
        ShellRun run = ShellRun.Start("-Module", module, "-Command", "Get-Battery");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("has no native library for linux-", run.Error, StringComparison.Ordinal);
        Assert.Contains("It has those for: plan9-x64.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_library_is_one_clear_error()
    {
        string module = CopyModule();
        File.WriteAllText(Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(module)!, "runtimes"), "libbattery.so", SearchOption.AllDirectories).Single(), "not a library");
        ShellRun run = ShellRun.Start("-Module", module, "-Command", "Get-Battery");
        Assert.Contains("cannot be loaded", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Importing_again_and_removing_work()
    {
        string again = $"Import-Module '{Engine.ModulePath}'; $null = Get-Battery; Remove-Module Battery; Import-Module '{Engine.ModulePath}' -Force; $null = Get-Battery; 'done'";
        ShellRun run = ShellRun.Start("-Command", again);
        Assert.Equal(("done\n", string.Empty), (run.Output, run.Error));
    }

    [Fact]
    public void Many_runspaces_at_once_work() =>
        Parallel.For(0, 16, new() { MaxDegreeOfParallelism = 8 }, static _ =>
        {
            using var engine = new Engine();
            Assert.Equal(2, engine.GetBattery(("SysfsRoot", new Fixture("thinkpad-t480-dual").Sysfs)).Count);
        });

    [Fact]
    public void The_first_look_of_the_README_works()
    {
        ShellRun run = ShellRun.Start("-File", Repository.At("examples", "first-look.ps1"));
        Assert.Empty(run.Error);
        Assert.Contains("BAT", run.Output, StringComparison.Ordinal);
    }

    private string CopyModule()
    {
        string source = Path.GetDirectoryName(Engine.ModulePath)!;
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_folder, "Battery", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Path.Combine(_folder, "Battery", "Battery.psd1");
    }
}
