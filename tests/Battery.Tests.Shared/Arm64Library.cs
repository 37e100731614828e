using System.Runtime.InteropServices;

namespace Battery.Tests.Shared;

/// <summary>The library for linux-arm64, which linux-x64 builds by the script of a release. An emulator runs it.</summary>
public static class Arm64Library
{
    public const string Rid = "linux-arm64";

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

        // One test program at a time: the others find it built.
        string held = Path.Combine(Directory.CreateDirectory(Repository.At("artifacts")).FullName, "cross.lock");
        CommandResult built = Command.Run(
            "flock", [held, Repository.At("packaging", "native.sh"), Rid], Repository.Root, ("CONFIGURATION", configuration));
        Assert.True(built.ExitCode == 0, built.Output + built.Error);
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
}
