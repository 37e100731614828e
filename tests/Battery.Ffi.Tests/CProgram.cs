using System.Collections.Concurrent;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Compiles the C consumers, each once a run.</summary>
internal static class CProgram
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> s_built = new();

    public static string Compiler { get; } = Environment.GetEnvironmentVariable("CC") is { Length: > 0 } chosen ? chosen : Command.Exists("gcc") ? "gcc" : "cc";

    public static string Include => Repository.At("src", "Battery.Ffi", "include");

    public static string Build(string source)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the C consumers are built on Linux");
        Assert.SkipUnless(Command.Exists(Compiler), "there is no C compiler");
        return s_built.GetOrAdd(source, static file => new(() => Compile(file))).Value;
    }

    private static string Compile(string source)
    {
        string folder = Directory.CreateDirectory(Repository.At("artifacts", "consumers")).FullName;
        string program = Path.Combine(folder, Path.GetFileNameWithoutExtension(source));
        CommandResult result = Command.Run(Compiler,
        [
            "-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror", Repository.At("tests", "consumers", "c", source), "-o", program,
            $"-I{Include}", $"-L{NativeLibraryFile.Folder}", "-lbattery", "-lm", $"-Wl,-rpath,{NativeLibraryFile.Folder}",
        ]);
        Assert.True(result.ExitCode == 0, result.Error);
        return program;
    }
}
