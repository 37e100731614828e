using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The part in C compiles for systems that cannot be linked for here, and what the library imports exists there.</summary>
public sealed partial class GuestSourceTests : IDisposable
{
    // musl-tools of Debian 12 is musl 1.2.3, the oldest that .NET 10 supports.
    private const string MuslHeaders = "/usr/include/x86_64-linux-musl";
    private const string MuslArchive = "/usr/lib/x86_64-linux-musl/libc.a";

    // As in Guest.targets, and every warning is an error.
    private static readonly string[] s_options =
        ["-std=gnu11", "-O2", "-fno-omit-frame-pointer", "-fPIC", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror", "-DHEAP_RANGE=268435456u", "-c"];

    private static readonly string s_source = Repository.At("src", "Battery.Ffi", "Guest", "guest.c");
    private static readonly string s_targets = Repository.At("src", "Battery.Ffi", "Guest", "Guest.targets");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-guest-");

    private string Object => Path.Combine(_folder.FullName, "guest.o");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Guest_compiles_for_musl()
    {
        Skip("musl-gcc", "nm");
        Compile("musl-gcc");
        Assert.Subset(Defined(Object), Wrapped().Select(static name => $"__wrap_{name}").ToHashSet());
    }

    /// <summary>With the headers of musl, which have little beyond POSIX: those of Linux alone must not be needed.</summary>
    [Theory]
    [InlineData("arm64-apple-macos13")]
    [InlineData("x86_64-apple-macos13")]
    public void Guest_compiles_for_macOS_where_it_replaces_signal(string target)
    {
        Skip("clang-14", "llvm-nm-14");
        Assert.SkipUnless(Directory.Exists(MuslHeaders), "musl-tools is not installed");
        Compile("clang-14", $"--target={target}", "-nostdlibinc", "-isystem", MuslHeaders);
        string[] symbols = Command.Run("llvm-nm-14", ["--extern-only", "--just-symbol-name", Object]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["_battery_guest_refusal", "_sigaction", "_signal"], symbols.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Linker_of_macOS_is_not_given_an_option_that_it_lacks()
    {
        string[] wraps = [.. File.ReadAllText(s_targets).Split("<LinkerArg").Where(static part => part.Contains("--wrap", StringComparison.Ordinal))];
        Assert.All(wraps, static wrap => Assert.Contains("$(RuntimeIdentifier.StartsWith('linux'))", wrap, StringComparison.Ordinal));
        Assert.NotEmpty(Wrapped());
    }

    /// <summary>A function that the C library lacks would prevent loading the library on a system with that C library.</summary>
    [Fact]
    public void Functions_that_Linux_uses_exist_in_musl()
    {
        Skip("nm");
        Assert.SkipUnless(File.Exists(MuslArchive), "musl-tools is not installed");
        string[] used =
        [
            .. new[] { "Linux", "Posix" }
                .SelectMany(static folder => Directory.EnumerateFiles(Repository.At("src", "Battery.Core", folder), "*.cs", SearchOption.AllDirectories))
                .SelectMany(static file => Imported().Matches(File.ReadAllText(file))).Select(static match => match.Groups[1].Value),
        ];
        Assert.True(used.Length > 15, "the imported functions are not found");
        Assert.Empty(used.Except(Defined(MuslArchive)));
    }

    private static HashSet<string> Defined(string file) =>
        [.. Command.Run("nm", ["--defined-only", "--extern-only", file]).Output.Split('\n').Select(static line => line.Split(' ')[^1])];

    private static void Skip(params string[] tools)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the compilers are those of Debian");
        foreach (string tool in tools)
        {
            Assert.SkipUnless(Command.Exists(tool), $"{tool} is not installed");
        }
    }

    private static IEnumerable<string> Wrapped() => Wraps().Matches(File.ReadAllText(s_targets)).Select(static match => match.Groups[1].Value);

    private void Compile(string compiler, params string[] options)
    {
        CommandResult result = Command.Run(compiler, [.. options, .. s_options, s_source, "-o", Object]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    [GeneratedRegex(@"--wrap=(\w+)")]
    private static partial Regex Wraps();

    [GeneratedRegex(@"\[LibraryImport\(""libc""[^\]]*\)\]\s+private static partial [\w*]+ (\w+)\(")]
    private static partial Regex Imported();
}
