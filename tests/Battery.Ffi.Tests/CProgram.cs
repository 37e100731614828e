using System.Collections.Concurrent;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Compiles the programs in C and C++ against the package, each variant once per run.</summary>
internal static class CProgram
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> s_built = new();

    /// <summary>Builds a program in C with the default options.</summary>
    public static string Build(string source) => Build(source, CCompiler.Name, "c99");

    /// <summary>Builds a program.</summary>
    /// <param name="source">The file below examples, tests/consumers or tests/reliability.</param>
    /// <param name="compiler">The compiler; the test is skipped where it is missing.</param>
    /// <param name="standard">The language's standard.</param>
    /// <param name="flags">More flags.</param>
    /// <returns>The program.</returns>
    public static string Build(string source, string compiler, string standard, params string[] flags)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the programs in C are built on Linux");
        Assert.SkipUnless(Command.Exists(compiler), $"{compiler} is not installed");
        string key = string.Join('_', [Path.GetFileNameWithoutExtension(source), compiler, standard, .. flags.Select(Path.GetFileName)]);
        return s_built.GetOrAdd(key, _ => new(() => Compile(key, source, compiler, standard, flags))).Value;
    }

    private static string Compile(string key, string source, string compiler, string standard, string[] flags)
    {
        string folder = Directory.CreateDirectory(Repository.At("artifacts", "consumers")).FullName;
        string program = Path.Combine(folder, key);
        string language = source.EndsWith(".cpp", StringComparison.Ordinal) ? "cpp" : "c";
        string[] folders = [Repository.At("examples", language), Repository.At("tests", "reliability"), Repository.At("tests", "consumers", language)];
        string file = folders.Select(folder => Path.Combine(folder, source)).First(File.Exists);
        CCompiler.Compile(program, NativeLibraryFile.Package, [$"-std={standard}", .. flags, file, $"-Wl,-rpath,{NativeLibraryFile.Folder}"], compiler);
        return program;
    }
}
