using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The declarations that are committed, those that the exports give, and the symbols of the library are one.</summary>
public partial class BindingTests
{
    private static readonly string s_header = Repository.At("src", "Battery.Ffi", "include", "battery.h");

    [Theory]
    [InlineData("src/Battery.Ffi/include/battery.h")]
    [InlineData("src/Battery.Ffi/include/battery.abi")]
    [InlineData("src/Battery.PowerShell/Interop/NativeMethods.g.cs")]
    [InlineData("tests/consumers/python/battery/_declarations.py")]
    public void What_is_committed_is_what_the_exports_give(string path)
    {
        string generated = File.ReadAllText(Repository.At("artifacts", "bindings", Path.GetFileName(path)));
        string committed = File.ReadAllText(Repository.At(path.Split('/')));
        Assert.True(generated == committed, $"{path} is stale; run: dotnet build src/Battery.BindingGenerator -t:UpdateBindings");
    }

    [Fact]
    public void The_library_exports_what_the_header_declares_and_nothing_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "nm reads ELF");
        Assert.SkipUnless(Command.Exists("nm"), "nm is not installed");
        IEnumerable<string> exported = Command.Run("nm", ["-D", "--defined-only", NativeLibraryFile.FullName]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(' '))
            .Where(static columns => columns[1] != "A")
            .Select(static columns => columns[2].Split('@')[0]);
        IEnumerable<string> declared = Declaration().Matches(File.ReadAllText(s_header)).Select(static match => match.Groups[1].Value);
        Assert.Equal(declared.Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("gcc", "-std=c89", "c")]
    [InlineData("gcc", "-std=c99", "c")]
    [InlineData("gcc", "-std=c11", "c")]
    [InlineData("g++", "-std=c++98", "c++")]
    [InlineData("g++", "-std=c++17", "c++")]
    [InlineData("clang-14", "-std=c89", "c")]
    [InlineData("clang-14", "-std=c11", "c")]
    public void The_header_compiles_without_a_warning(string compiler, string standard, string language)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "takes /dev/null for an empty source");
        Assert.SkipUnless(Command.Exists(compiler), $"{compiler} is not installed");
        CommandResult result = Command.Run(compiler, ["-x", language, standard, "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-include", s_header, "/dev/null"]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    [GeneratedRegex(@"^[a-z].*?\b(battery_\w+)\(.*\);$", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
