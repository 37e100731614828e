using Battery.Tests.Shared;

namespace Battery.Wine.Tests;

/// <summary>
/// Builds on Linux what runs in Wine: the library for win-x64, the driver, the program that uses the library, and a PowerShell with
/// the module.
/// </summary>
internal static class WindowsBuild
{
    private const string Compiler = "x86_64-w64-mingw32-gcc";
    private const string MakeImportLibrary = "x86_64-w64-mingw32-dlltool";

    public static string Folder { get; } = Repository.At("artifacts", "wine");

    public static string Program { get; } = Path.Combine(Folder, "scenarios.exe");

    /// <summary>PowerShell in the folder <c>shell</c>, and the module in the folder <c>module</c>.</summary>
    public static string PowerShell { get; } = Path.Combine(Folder, "powershell");

    public static string Driver { get; } = Path.Combine(Folder, "fakebat.sys");

    public static string[] Tools { get; } = [Compiler, MakeImportLibrary, "clang-14", "lld-link-14", "llvm-dlltool-14", "llvm-lib-14"];

    // Its own output directories: this build is not a release, and restoring for one runtime identifier would replace the packages of another.
    private static readonly string[] s_options =
    [
        "-nodeReuse:false", "-p:RuntimeIdentifier=win-x64", $"-p:ArtifactsFolder={Folder}/", "-p:UseArtifactsOutput=true",
        $"-p:ArtifactsPath={Path.Combine(Folder, "build")}",
    ];

    public static void Run()
    {
        Directory.CreateDirectory(Folder);
        BuildLibrary();
        BuildDriver();
        BuildPlugAndPlay();
        BuildProgram();
        BuildPowerShell();
    }

    private static void BuildLibrary()
    {
        Run("dotnet",
            ["build", Repository.At("src", "Battery.Ffi"), .. s_options,
             $"-p:CustomAfterMicrosoftCommonTargets={Repository.At("tests", "wine", "link", "wine-link.targets")}"],
            ("BATTERY_WINE_LIBRARIES", Path.Combine(Folder, "link")));
        File.Copy(Path.Combine(Folder, "libbattery", "win-x64", "lib", "battery.dll"), Path.Combine(Folder, "battery.dll"), overwrite: true);
    }

    private static void BuildDriver() => Run(Compiler,
    [
        "-O2", "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-I/usr/x86_64-w64-mingw32/include/ddk", "-shared", "-nostdlib", "-nostartfiles",
        "-Wl,--subsystem,native", "-Wl,--entry,DriverEntry", "-o", Driver, Repository.At("tests", "wine", "driver", "fakebat.c"), "-lntoskrnl", "-lhal",
    ]);

    // Beside the program, which loads it before Wine's own.
    private static void BuildPlugAndPlay() => Run(Compiler,
    [
        "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-o", Path.Combine(Folder, "cfgmgr32.dll"),
        Repository.At("tests", "wine", "plugplay", "cfgmgr32.c"), "-lntdll", "-luuid",
    ]);

    private static void BuildProgram()
    {
        // The import library of the build names the library by its project, not by its name in the package.
        string include = Repository.At("src", "Battery.Ffi", "include");
        string definition = Path.Combine(Folder, "battery.def");
        IEnumerable<string> functions = File.ReadLines(Path.Combine(include, "battery.abi")).Where(static line => line.EndsWith(')'))
            .Select(static line => line[..line.IndexOf('(', StringComparison.Ordinal)].Split(' ', '*')[^1]);
        File.WriteAllLines(definition, ["LIBRARY battery.dll", "EXPORTS", .. functions]);
        Run(MakeImportLibrary, ["-d", definition, "-l", Path.Combine(Folder, "libbattery.a")]);
        Run(Compiler,
        [
            "-std=gnu99", "-O1", "-Wall", "-Wextra", "-Werror", $"-I{include}", Repository.At("tests", "wine", "scenarios.c"),
            "-o", Program, $"-L{Folder}", "-lbattery",
        ]);
    }

    private static void BuildPowerShell()
    {
        Run("dotnet",
        [
            "publish", Repository.At("tests", "Battery.ScriptHost"), .. s_options, "--self-contained", "-p:BuildProjectReferences=false",
            "-o", Path.Combine(PowerShell, "shell"),
        ]);
        string module = Path.Combine(PowerShell, "module");
        Directory.CreateDirectory(module);
        Run("cp", ["-r", Repository.At("artifacts", "module", "Battery"), module]);
        string native = Directory.CreateDirectory(Path.Combine(module, "Battery", "runtimes", "win-x64", "native")).FullName;
        File.Copy(Path.Combine(Folder, "battery.dll"), Path.Combine(native, "battery.dll"), overwrite: true);
    }

    private static void Run(string program, string[] arguments, params (string, string?)[] environment)
    {
        CommandResult result = Command.Run(program, arguments, null, environment);
        Assert.True(result.ExitCode == 0, $"{program}: {result.Output}{result.Error}");
    }
}
