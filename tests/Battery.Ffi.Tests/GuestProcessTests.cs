using System.Globalization;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The effects of the library on its process: programs of tests/reliability, each in its own process.</summary>
public class GuestProcessTests
{
    private static readonly string s_laptop = new Fixture("thinkpad-t480-dual").Sysfs;
    private static readonly string[] s_handlers = ["signal 8", "signal 11", "signal 34"];
    private static readonly string s_abi = Repository.At("src", "Battery.Ffi", "include", "battery.abi");

    /// <summary>docs/c-api.md lists the three signals: the first call sets their handlers.</summary>
    [Theory]
    [InlineData]
    [InlineData("odd")]
    public void Every_function_leaves_the_process_unchanged_except_three_signal_handlers(params string[] how)
    {
        using var folder = TemporaryTree.CopyOf(new("thinkpad-t480-dual"));
        string[] lines = Run("unchanged.c", [s_abi, folder.Sysfs, Path.Combine(folder.Sysfs, "saved.txt"), .. how]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] first = [.. lines.Where(static line => line.StartsWith("first ", StringComparison.Ordinal))];
        Assert.Equal($"{first.Length / s_handlers.Length} functions", lines[^1]);
        Assert.All(first.Chunk(s_handlers.Length), static changes => Assert.Equal(s_handlers, changes.Select(static change => change.Split(": ")[1])));
        Assert.Equal(s_handlers.Select(static handler => $"battery_manager_new_with: {handler}"), lines[first.Length..^1]);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("handler")]
    public void Library_works_after_the_program_replaced_the_handler_of_the_runtimes_signal(string action) =>
        Assert.Equal("handled 0\n", Run("realtime.c", [s_laptop, action]).Output);

    [Fact]
    public void Terminal_in_a_tree_is_not_read_and_does_not_become_the_controlling_terminal()
    {
        DirectoryInfo tree = Directory.CreateTempSubdirectory("battery-terminal-");
        try
        {
            Assert.Equal("terminal 0, typed 6\n", Run("terminal.c", [tree.FullName]).Output);
        }
        finally
        {
            tree.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("file")]
    [InlineData("socket")]
    public void Descriptors_that_the_program_closed_and_reused_are_not_touched(string kind) =>
        Assert.Equal("-5\n", Run("closed.c", [s_laptop, kind]).Output);

    [Fact]
    public void Wait_is_an_error_if_the_program_closed_one_of_its_descriptors() =>
        Assert.Equal("-5\n-5\n", Run("closed.c", [s_laptop, "each"]).Output);

    [Fact]
    public void Every_function_is_done_wholly_or_fails_if_no_descriptor_is_left()
    {
        using var folder = new TemporaryTree();
        string recording = Path.Combine(folder.Sysfs, "recording.txt");
        Assert.Equal("2\n", Run("many.c", [s_laptop, recording]).Output);
        string[] results = Run("descriptors.c", [s_laptop, recording, Path.Combine(folder.Sysfs, "saved.txt")]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, results.Length);
        Assert.All(results, static result => Assert.EndsWith(" refused and done", result, StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_supplies_are_saved_and_opened()
    {
        using var many = new TemporaryTree();
        for (int i = 0; i < 10_000; i++)
        {
            many.Supply($"BAT{i}", "TYPE=Battery", "CAPACITY=50");
        }

        Assert.Equal("10000\n", Run("many.c", [many.Sysfs, Path.Combine(many.Sysfs, "saved.txt")]).Output);
    }

    [Fact]
    public void Functions_that_need_no_device_return_while_another_thread_reads_a_slow_device() =>
        Assert.Equal("returned\nrefresh 0\n", Run("slow.c", [s_laptop]).Output);

    /// <summary>
    /// With the library's own limit; with a lower one of the runtime; and with a smaller heap than the library knows, which is
    /// filled wholly.
    /// </summary>
    [Theory]
    [InlineData("DOTNET_", null, 50_000)]
    [InlineData("DOTNET_GCHeapHardLimit", "3000000", 10_000)]
    [InlineData("DOTNET_GCRegionRange", "3000000", 10_000, "wholly")]
    public void Every_function_returns_an_error_without_memory_and_works_once_memory_is_free(
        string setting, string? limit, int leastBatteries, params string[] how)
    {
        using var many = new TemporaryTree();
        for (int i = 0; i < 200; i++)
        {
            many.Supply($"BAT{i}", "TYPE=Battery", "CAPACITY=50");
        }

        many.Supply("AC", "TYPE=Mains", "ONLINE=0");
        CommandResult result = Run("exhausted.c", [s_abi, many.Sysfs, Path.Combine(many.Sysfs, "saved.txt"), "1000000", .. how], (setting, limit));
        TestContext.Current.TestOutputHelper!.WriteLine(result.Error);
        Assert.StartsWith("0 of ", result.Output, StringComparison.Ordinal);
        Assert.InRange(int.Parse(result.Error.Split(' ')[0], CultureInfo.InvariantCulture), leastBatteries, 1_000_000);
    }

    [Fact]
    public void Forked_child_gets_an_error_if_the_parent_used_the_library() =>
        Assert.Equal("before: 0 0\nrefused: 100 of 100\nparent: 0\n", Run("forked.c", [s_laptop]).Output);

    /// <summary>In steps of 2 MB around the limit at which the runtime starts, in larger steps elsewhere.</summary>
    [Fact]
    public void Limit_of_address_space_leads_to_success_or_to_an_error()
    {
        string program = CProgram.Build("limited.c", CCompiler.Name, "gnu11", "-ldl");
        int works = 0;
        int refused = 0;
        foreach (int megabytes in Enumerable.Range(1, 20).Select(static step => step * 20)
            .Concat(Enumerable.Range(210, 40).Select(static step => step * 2)).Append(600))
        {
            CommandResult result = Command.Run("sh", ["-c", $"ulimit -v {megabytes * 1024} && exec '{program}'"]);
            Assert.True(result.ExitCode == 0, $"{megabytes} MB: exit code {result.ExitCode} {result.Error}");
            works += result.Output == "works\n" ? 1 : 0;
            refused += result.Output.StartsWith("refused: libbattery cannot start", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(works > 0 && refused > 0 && works + refused == 61, $"{works} work, {refused} are refused");
    }

    [Fact]
    public void Limit_of_threads_leads_to_an_error()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can change to another user");

        // A directory that the user nobody can read.
        string folder = Directory.CreateTempSubdirectory("battery-limited-").FullName;
        try
        {
            string program = Path.Combine(folder, "limited");
            File.Copy(CProgram.Build("limited.c", CCompiler.Name, "gnu11", "-ldl"), program);
            File.Copy(NativeLibraryFile.FullName, Path.Combine(folder, "libbattery.so.1"));
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
            CommandResult result = Command.Run(program, ["threads"], null, ("LD_LIBRARY_PATH", folder));
            Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode} {result.Error}");
            Assert.StartsWith("refused: libbattery cannot start", result.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CommandResult Run(string source, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        CommandResult result = Command.Run(CProgram.Build(source, CCompiler.Name, "gnu11", "-rdynamic", "-ldl"), arguments, null, environment);
        Assert.SkipWhen(result.ExitCode == 77, "no pseudo-terminal is available");
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode} {result.Output} {result.Error}");
        return result;
    }
}
