using System.Text;
using Battery.Tests.Shared;

namespace Battery.Release.Tests;

/// <summary>The measurement of the oldest systems, and its comparison with the table in docs/platforms.md.</summary>
public sealed class OldestSystemTests : IDisposable
{
    // Commands of the Mach-O format.
    private const int BuildVersion = 0x32;
    private const int LoadLibrary = 0xC;

    private readonly string _folder = Directory.CreateTempSubdirectory("battery-oldest-").FullName;

    public OldestSystemTests() => Release.RequireTools("python3");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Measured_glibc_is_that_of_objdump()
    {
        Assert.SkipUnless(Release.Rid is "linux-x64" or "linux-arm64", "the library of this machine does not use glibc");
        Release.RequireTools("objdump");
        Version newest = Command.Run("objdump", ["-T", Library]).Output.Split("GLIBC_").Skip(1)
            .Select(static text => Version.Parse(text[..text.IndexOf(')', StringComparison.Ordinal)])).Max()!;
        Assert.StartsWith($"{Release.Rid}: glibc {newest.Major}.{newest.Minor}; loads ", Run("measure", Library).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_refuses_a_library_that_needs_a_newer_glibc_than_documented()
    {
        CommandResult result = Run("check", Patched(("GLIBC_2.34", "GLIBC_2.33")));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("needs glibc 2.33; docs/platforms.md says 2.28. Build it on an older system.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_accepts_a_library_that_needs_the_documented_glibc()
    {
        CommandResult result = Run("check", Patched(("GLIBC_2.3", "GLIBC_2.1"), ("GLIBC_2.29", "GLIBC_2.28")));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Check_refuses_a_library_that_loads_another_one_that_not_every_system_has()
    {
        CommandResult result = Run("check", Patched(("libm.so.6", "libz.so.1")));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("loads libz.so.1, which not every system has.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, 0)]
    [InlineData(13, 1)]
    public void Check_compares_the_deployment_target_of_a_Mac_library(int major, int exitCode)
    {
        string file = Path.Combine(_folder, "libbattery.dylib");
        File.WriteAllBytes(file, MachO(major, "/usr/lib/libSystem.B.dylib"));
        CommandResult result = Run("check", file);
        Assert.Equal((exitCode, $"osx-arm64: macOS {major}.0; loads /usr/lib/libSystem.B.dylib"), (result.ExitCode, result.Output.TrimEnd()));
    }

    private static string Library => Path.Combine(Repository.At("artifacts", "libbattery", Release.Rid, "lib"), "libbattery.so");

    private static CommandResult Run(string verb, string file) => Command.Run("python3", [Repository.At("packaging", "requirements.py"), verb, file]);

    private static byte[] MachO(int major, string library)
    {
        byte[] name = [.. Encoding.ASCII.GetBytes(library), .. new byte[8 - (library.Length % 8)]];
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        int[] header = [unchecked((int)0xFEEDFACF), 0x0100000C, 0, 6, 2, 0, 0, 0];
        int[] version = [BuildVersion, 24, 1, major << 16, major << 16, 0];
        int[] load = [LoadLibrary, 24 + name.Length, 24, 0, 0, 0];
        foreach (int word in (int[])[.. header, .. version, .. load])
        {
            writer.Write(word);
        }

        writer.Write(name);
        writer.Flush();
        return file.ToArray();
    }

    // The library with other text of the same length.
    private string Patched(params (string Text, string Replacement)[] changes)
    {
        Assert.SkipUnless(Release.Rid is "linux-x64" or "linux-arm64", "the library of this machine does not use glibc");
        string content = Encoding.Latin1.GetString(File.ReadAllBytes(Library));
        foreach ((string text, string replacement) in changes)
        {
            content = content.Replace(text, replacement, StringComparison.Ordinal);
        }

        string file = Path.Combine(_folder, "libbattery.so");
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(content));
        return file;
    }
}
