namespace Battery.Tests.Shared;

/// <summary>Compiles programs and libraries in C, with every warning an error.</summary>
public static class CCompiler
{
    /// <summary>The machine's compiler: <c>CC</c>'s, else gcc, else cc.</summary>
    public static string Name { get; } = Environment.GetEnvironmentVariable("CC") is { Length: > 0 } chosen ? chosen : Command.Exists("gcc") ? "gcc" : "cc";

    /// <summary>Compiles a program against the package of the library.</summary>
    /// <param name="program">The file to write.</param>
    /// <param name="package">The library's folder, with include and lib.</param>
    /// <param name="arguments">The sources, the language's standard, and more flags.</param>
    /// <param name="compiler">The compiler, where it is not the machine's.</param>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static void Compile(string program, string package, IEnumerable<string> arguments, string? compiler = null) => Run(
        compiler ?? Name, program, [.. arguments, "-I", Path.Combine(package, "include"), "-L", Path.Combine(package, "lib"), "-lbattery", "-lm"]);

    /// <summary>Compiles a shared library, which needs nothing but the system's.</summary>
    /// <param name="library">The file to write.</param>
    /// <param name="arguments">The sources, the language's standard, and more flags.</param>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static void CompileLibrary(string library, IEnumerable<string> arguments) => Run(Name, library, ["-shared", "-fPIC", .. arguments]);

    private static void Run(string compiler, string file, IEnumerable<string> arguments)
    {
        CommandResult result = Command.Run(compiler, ["-g", "-pedantic", "-Wall", "-Wextra", "-Werror", "-o", file, .. arguments, "-pthread"]);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} does not compile: {result.Error}");
        }
    }
}
