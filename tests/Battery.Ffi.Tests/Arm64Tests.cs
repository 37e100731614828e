using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The library for linux-arm64, built on x64 and run in an emulator.</summary>
public class Arm64Tests
{
    [Fact]
    public void Library_for_linux_arm64_builds_and_every_function_works()
    {
        Arm64Library.Require(BuildMetadata.Of(typeof(Arm64Tests), "Configuration"));
        string program = Repository.At("artifacts", "consumers", "every_function_arm64");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        string[] folders = [Path.Combine(Arm64Library.Folder, "lib")];
        Arm64Library.Compile(program, Path.Combine(Arm64Library.Folder, "include"), folders,
            ["-std=c89", "-pedantic", "-Wall", "-Wextra", "-Werror", Repository.At("tests", "consumers", "c", "every_function.c")]);
        CommandResult run = Arm64Library.Run(program, folders, new Fixture("thinkpad-t480-dual").Sysfs);
        Assert.Equal((0, "all as recorded\n"), (run.ExitCode, run.Output));
    }
}
