using System.Runtime.InteropServices;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The library for linux-arm64, built on x64 and run in an emulator.</summary>
public class Arm64Tests
{
    [Fact]
    public void Library_for_linux_arm64_builds_and_every_function_works()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "cross-compiles from linux-x64");
        foreach (string tool in new[] { "clang-14", "ld.lld", "llvm-objcopy-14", "aarch64-linux-gnu-gcc", "qemu-aarch64" })
        {
            Assert.SkipUnless(Command.Exists(tool), $"{tool} is not installed");
        }

        // Its own output directory: restoring for one runtime identifier would replace the packages of the other.
        CommandResult built = Command.Run("dotnet",
        [
            "build", Repository.At("src", "Battery.Ffi"), "-nodeReuse:false", "-p:RuntimeIdentifier=linux-arm64",
            "-p:CppCompilerAndLinker=clang-14", "-p:LinkerFlavor=lld",
            "-p:ObjCopyName=llvm-objcopy-14", "-p:UseArtifactsOutput=true", $"-p:ArtifactsPath={Repository.At("artifacts", "cross")}",
        ]);
        Assert.True(built.ExitCode == 0, built.Output);

        string package = Repository.At("artifacts", "libbattery", "linux-arm64");
        string program = Repository.At("artifacts", "consumers", "every_function_arm64");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        CommandResult compiled = Command.Run("aarch64-linux-gnu-gcc",
            ["-std=c89", "-pedantic", "-Wall", "-Wextra", "-Werror", Repository.At("tests", "consumers", "c", "every_function.c"),
             $"-I{package}/include", $"-L{package}/lib", "-lbattery", "-o", program]);
        Assert.True(compiled.ExitCode == 0, compiled.Error);
        CommandResult run = Command.Run("qemu-aarch64",
            ["-L", "/usr/aarch64-linux-gnu", "-E", $"LD_LIBRARY_PATH={package}/lib", program, new Fixture("thinkpad-t480-dual").Sysfs]);
        Assert.Equal((0, "all as recorded\n"), (run.ExitCode, run.Output));
    }
}
