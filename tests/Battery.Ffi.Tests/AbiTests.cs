using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Compares the compiled ABI, functions and types, with the committed one.</summary>
public sealed class AbiTests : IDisposable
{
    private static readonly string s_committed = Repository.At("tests", "Battery.Ffi.Tests", "libbattery.abixml");
    private readonly string _folder = Directory.CreateTempSubdirectory("battery-abi-").FullName;

    public AbiTests()
    {
        Assert.SkipUnless(NativeLibraryFile.Rid == "linux-x64", "the committed ABI is that of linux-x64");
        Assert.SkipUnless(Command.Exists("abidiff"), "abidiff (abigail-tools) is not installed");

        // abidiff finds the types in the symbols beside the library, under the name that the compiler used.
        File.Copy(NativeLibraryFile.FullName, Path.Combine(_folder, "Battery.Ffi.so"));
        File.Copy(NativeLibraryFile.Symbols, Path.Combine(_folder, "Battery.Ffi.so.dbg"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Compiled_ABI_equals_the_committed_one()
    {
        CommandResult result = Difference(s_committed);
        Assert.True(
            result.ExitCode == 0,
            "The ABI has changed. If old programs still work, run: dotnet build src/Battery.BindingGenerator -t:UpdateBindings"
            + $"\nelse raise AbiVersion in Battery.Ffi.csproj too.\n{result.Output}{result.Error}");
    }

    [Theory]
    [InlineData("type-id='type-id-7'/>\n          <return", "type-id='type-id-1'/>\n          <return", "parameter")]
    [InlineData("elf-symbol name='battery_manager_wake'", "elf-symbol name='battery_manager_wade'", "battery_manager_wake")]
    public void Abidiff_detects_a_changed_parameter_and_a_changed_name(string committed, string other, string message)
    {
        string text = File.ReadAllText(s_committed);
        Assert.Contains(committed, text, StringComparison.Ordinal);
        string changed = Path.Combine(_folder, "changed.abixml");
        File.WriteAllText(changed, text.Replace(committed, other, StringComparison.Ordinal));
        CommandResult result = Difference(changed);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
    }

    private CommandResult Difference(string other) =>
        Command.Run("abidiff", ["--d2", _folder, "--exported-interfaces-only", other, Path.Combine(_folder, "Battery.Ffi.so")]);
}
