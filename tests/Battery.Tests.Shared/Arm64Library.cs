using System.Runtime.InteropServices;

namespace Battery.Tests.Shared;

/// <summary>The library for linux-arm64, which linux-x64 builds by the script of a release. An emulator runs it.</summary>
public static class Arm64Library
{
    public const string Rid = "linux-arm64";

    private static CommandResult? s_built;

    /// <summary>The folder of the library, with include and lib.</summary>
    public static string Folder { get; } = Repository.At("artifacts", "libbattery", Rid);

    /// <summary>Builds the library, and skips the test where that is not possible.</summary>
    /// <param name="configuration">The configuration of the test program.</param>
    public static void Require(string configuration)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "cross-compiles from linux-x64");
        foreach (string tool in new[] { "clang-14", "ld.lld", "llvm-objcopy-14", "aarch64-linux-gnu-gcc", "qemu-aarch64", "flock" })
        {
            Assert.SkipUnless(Command.Exists(tool), $"{tool} is not installed");
        }

        s_built ??= Build(configuration);
        Assert.True(s_built.ExitCode == 0, s_built.Output + s_built.Error);
    }

    /// <summary>Compiles a program in C with the library.</summary>
    public static void Compile(string program, string include, IEnumerable<string> folders, IEnumerable<string> arguments)
    {
        CommandResult compiled = Command.Run(
            "aarch64-linux-gnu-gcc", [.. arguments, $"-I{include}", .. folders.Select(static folder => $"-L{folder}"), "-lbattery", "-o", program]);
        Assert.True(compiled.ExitCode == 0, compiled.Error);
    }

    /// <summary>Runs a program in the emulator.</summary>
    public static CommandResult Run(string program, IEnumerable<string> folders, params string[] arguments) => Command.Run(
        "qemu-aarch64", ["-L", "/usr/aarch64-linux-gnu", "-E", $"LD_LIBRARY_PATH={string.Join(':', folders)}", program, .. arguments]);

    // One test program at a time: the others find it built.
    private static CommandResult Build(string configuration)
    {
        string held = Path.Combine(Directory.CreateDirectory(Repository.At("artifacts")).FullName, "cross.lock");
        return Command.Run("flock", [held, Repository.At("packaging", "native.sh"), Rid], Repository.Root, ("CONFIGURATION", configuration));
    }
}
