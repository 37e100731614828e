using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The native library is the module's own, and is loaded when it is first used.</summary>
public sealed class LoadingTests : IDisposable
{
    private const string ShowMaps = "[IO.File]::ReadAllLines('/proc/self/maps') -match 'libbattery' | ForEach-Object { ($_ -split ' +', 6)[5] }";

    // A call of the library without a cmdlet.
    private const string AbiVersion = "[Battery.BatteryInfo].Assembly.GetType('Battery.PowerShell.Interop.NativeMethods')"
        + ".GetMethod('battery_abi_version', [Reflection.BindingFlags]'NonPublic, Static').Invoke($null, @())";
    private readonly string _folder = Directory.CreateTempSubdirectory("Batterie für alle ").FullName;

    public LoadingTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Import_alone_loads_no_native_code()
    {
        CommandResult run = Pwsh.Run("(Get-Command Get-Battery).Name; " + ShowMaps);
        Assert.Equal(("Get-Battery\n", string.Empty), (run.Output, run.Error));
    }

    [Fact]
    public void Get_Battery_never_loads_a_library_of_another_path()
    {
        File.WriteAllText(Path.Combine(_folder, "libbattery.so"), "not a library");
        File.WriteAllText(Path.Combine(_folder, "battery.so"), "not a library");
        CommandResult run = Pwsh.Run("$null = Get-Battery; " + ShowMaps, null, _folder, ("LD_LIBRARY_PATH", _folder));
        Assert.Empty(run.Error);
        string module = Path.GetDirectoryName(Pwsh.Module)!;
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), path => Assert.StartsWith(module, path, StringComparison.Ordinal));
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void A_call_without_EnsureLoaded_loads_no_library_of_another_path()
    {
        BuildLibrary(_folder, "int battery_abi_version(void) { return 77; }");
        CommandResult run = Pwsh.Run(AbiVersion, null, _folder, ("LD_LIBRARY_PATH", _folder));
        Assert.Equal(("1\n", string.Empty), (run.Output, run.Error));
    }

    [Fact]
    public void A_call_without_EnsureLoaded_fails_if_the_module_has_no_library()
    {
        BuildLibrary(_folder, "int battery_abi_version(void) { return 77; }");
        string module = CopyModule();
        Directory.Delete(Path.Combine(Path.GetDirectoryName(module)!, "runtimes"), recursive: true);
        CommandResult run = Pwsh.Run(AbiVersion, module, _folder, ("LD_LIBRARY_PATH", _folder));
        Assert.Empty(run.Output);
        Assert.NotEqual(0, run.ExitCode);
    }

    [Fact]
    public void Get_Battery_reports_a_library_of_another_ABI_version()
    {
        string module = CopyModule();
        BuildLibrary(Path.GetDirectoryName(LibraryOf(module))!, "int battery_abi_version(void) { return 77; }");
        CommandResult run = Pwsh.Run("try { Get-Battery } catch { $_.FullyQualifiedErrorId; \"$_\" }", module);
        Assert.StartsWith("NativeLibraryVersionMismatch,", run.Output, StringComparison.Ordinal);
        Assert.Contains("has ABI version 77; this module needs 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_Battery_reports_an_unusable_library_and_what_to_do()
    {
        string module = CopyModule();
        const string ShowError = "try { Get-Battery } catch { $_.FullyQualifiedErrorId; \"$_\"; $_.ErrorDetails.RecommendedAction }";
        BuildLibrary(Path.GetDirectoryName(LibraryOf(module))!, "int other(void) { return 77; }");
        AssertReports("is not libbattery");
        File.WriteAllText(LibraryOf(module), "no library");
        AssertReports("file too short");

        void AssertReports(string cause)
        {
            string[] lines = Pwsh.Run(ShowError, module).Output.Split('\n');
            Assert.StartsWith("NativeLibraryUnusable,", lines[0], StringComparison.Ordinal);
            Assert.Contains(cause, lines[1], StringComparison.Ordinal);
            Assert.StartsWith("Install the module again", lines[2], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rid_is_musl_if_the_process_has_loaded_musl()
    {
        // A distribution's own build of .NET can name the distribution, not musl, in its runtime identifier.
        CommandResult run = RunWithMusl("[AppContext]::SetData('RUNTIME_IDENTIFIER', 'alpine.3.22-x64'); try { Get-Battery } catch { \"$_\" }");
        Assert.Contains("has no native library for linux-musl-", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rid_does_not_depend_on_the_mapped_files_if_dotnet_names_its_C_library()
    {
        CommandResult run = RunWithMusl("[AppContext]::SetData('RUNTIME_IDENTIFIER', 'linux-x64'); (Get-BatteryManager).RuntimeIdentifier");
        Assert.Equal(($"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}\n", string.Empty), (run.Output, run.Error));
    }

    [Fact]
    public void Get_Battery_names_no_runtime_folder_without_a_library()
    {
        string module = CopyModule();
        File.Delete(LibraryOf(module));
        Assert.Contains("It contains no native library.", Pwsh.Run("try { Get-Battery } catch { \"$_\" }", module).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_added_later_is_found_in_the_same_session()
    {
        string module = CopyModule();
        string library = LibraryOf(module);
        File.Move(library, library + ".away");
        string move = $"[IO.File]::Move('{library}.away', '{library}')";
        CommandResult run = Pwsh.Run($"try {{ Get-Battery }} catch {{ 'missing' }}; {move}; $null = Get-Battery; 'found'", module);
        Assert.Equal(("missing\nfound\n", string.Empty), (run.Output, run.Error));
    }

    [Fact]
    public void A_module_path_may_contain_spaces_and_other_letters()
    {
        string module = CopyModule();
        CommandResult run = Pwsh.Run("$null = Get-Battery; " + ShowMaps, module);
        Assert.Contains(_folder, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_Battery_reports_a_runtime_that_is_not_shipped()
    {
        string module = CopyModule();
        string runtimes = Path.Combine(Path.GetDirectoryName(module)!, "runtimes");
        Directory.Move(Directory.EnumerateDirectories(runtimes).Single(), Path.Combine(runtimes, "plan9-x64"));
        CommandResult run = Pwsh.Run("Get-Battery", module);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("has no native library for linux-", run.Error, StringComparison.Ordinal);
        Assert.Contains("It has those for: plan9-x64.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_Battery_reports_a_file_that_is_not_a_library()
    {
        string module = CopyModule();
        File.WriteAllText(LibraryOf(module), "not a library");
        CommandResult run = Pwsh.Run("Get-Battery", module);
        Assert.Contains("cannot be loaded", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Importing_again_and_removing_work()
    {
        string again = $"Import-Module '{Pwsh.Module}'; $null = Get-Battery; Remove-Module Battery; "
            + $"Import-Module '{Pwsh.Module}' -Force; $null = Get-Battery; 'done'";
        CommandResult run = Pwsh.Run(again);
        Assert.Equal(("done\n", string.Empty), (run.Output, run.Error));
    }

    [Fact]
    public void Many_runspaces_at_once_work() =>
        Parallel.For(0, 16, new() { MaxDegreeOfParallelism = 8 }, static _ =>
        {
            using var engine = new Engine();
            Assert.Equal(2, engine.GetBattery(("Recording", new Fixture("thinkpad-t480-dual").Sysfs)).Count);
        });

    [Fact]
    public void Two_versions_side_by_side_each_use_their_own_library()
    {
        string[] versions = ["9.9.8", "9.9.9"];
        foreach (string version in versions)
        {
            string module = CopyModule(Path.Combine("Modules", "Battery", version));
            File.WriteAllText(module, Regex.Replace(File.ReadAllText(module), @"(ModuleVersion\s*=\s*)'[^']*'", $"$1'{version}'"));
        }

        foreach (string version in versions)
        {
            string folder = Path.Combine(_folder, "Modules", "Battery", version);
            CommandResult run = Pwsh.Run("\"$((Get-Module Battery).Version) $((Get-BatteryManager).LibraryPath)\"", Path.Combine(folder, "Battery.psd1"));
            Assert.StartsWith($"{version} {folder}", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Many_runspaces_may_be_the_first_at_once()
    {
        // In a process of its own: here the library may be loaded already.
        string script = $$"""
            $script = "Import-Module '{{Pwsh.Module}}'; (Get-Battery -Recording '{{new Fixture("thinkpad-t480-dual").Sysfs}}').Name -join '+'"
            $shells = 1..32 | ForEach-Object {
                [powershell]::Create([System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()).AddScript($script)
            }
            $running = $shells | ForEach-Object { $_.BeginInvoke() }
            0..31 | ForEach-Object { $shells[$_].EndInvoke($running[$_]) }
            """;
        CommandResult run = Pwsh.Run(script);
        Assert.Equal((string.Concat(Enumerable.Repeat("BAT0+BAT1\n", 32)), string.Empty), (run.Output, run.Error));
    }

    private CommandResult RunWithMusl(string script)
    {
        string loader = Path.Combine(_folder, "ld-musl-x86_64.so.1");
        File.WriteAllText(loader, "in place of the C library");
        return Pwsh.Run($"$view = [IO.MemoryMappedFiles.MemoryMappedFile]::CreateFromFile('{loader}').CreateViewAccessor(); {script}");
    }

    private static string LibraryOf(string module) =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(module)!, "runtimes"), "libbattery.so", SearchOption.AllDirectories).Single();

    private static void BuildLibrary(string folder, string source)
    {
        Assert.SkipUnless(Command.Exists("gcc"), "gcc is not installed");
        string file = Path.Combine(folder, "decoy.c");
        File.WriteAllText(file, source);
        CommandResult result = Command.Run("gcc", ["-shared", "-fPIC", "-o", Path.Combine(folder, "libbattery.so"), file]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private string CopyModule(string folder = "Battery")
    {
        string source = Path.GetDirectoryName(Pwsh.Module)!;
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_folder, folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Path.Combine(_folder, folder, "Battery.psd1");
    }
}
