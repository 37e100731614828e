namespace Battery.Tests.Shared;

/// <summary>Compiles programs in C against the package of the library, with every warning an error.</summary>
public static class CCompiler
{
    /// <summary>The machine's compiler: <c>CC</c>'s, else gcc, else cc.</summary>
    public static string Name { get; } = Environment.GetEnvironmentVariable("CC") is { Length: > 0 } chosen ? chosen : Command.Exists("gcc") ? "gcc" : "cc";

    /// <summary>Compiles a program.</summary>
    /// <param name="program">The file to write.</param>
    /// <param name="package">The library's folder, with include and lib.</param>
    /// <param name="arguments">The sources, the language's standard, and more flags.</param>
    /// <param name="compiler">The compiler, where it is not the machine's.</param>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static void Compile(string program, string package, IEnumerable<string> arguments, string? compiler = null)
    {
        CommandResult result = Command.Run(compiler ?? Name,
        [
            "-g", "-pedantic", "-Wall", "-Wextra", "-Werror", .. arguments, "-o", program,
            "-I", Path.Combine(package, "include"), "-L", Path.Combine(package, "lib"), "-lbattery", "-lm", "-pthread",
        ]);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} does not compile: {result.Error}");
        }
    }
}
