using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The library in a process that is not its own: programs of tests/reliability, each in a process of its own.</summary>
public class GuestTests
{
    private static readonly string s_laptop = new Fixture("thinkpad-t480-dual").Sysfs;
    private static readonly string s_abi = Repository.At("src", "Battery.Ffi", "include", "battery.abi");

    /// <summary>The guide lists the three signals: the first call sets their handlers.</summary>
    [Theory]
    [InlineData]
    [InlineData("odd")]
    public void No_function_changes_the_process_but_for_three_signal_handlers(params string[] how)
    {
        string[] lines = Run("unchanged.c", [s_abi, s_laptop, .. how]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["battery_manager_new_with: signal 8", "battery_manager_new_with: signal 11", "battery_manager_new_with: signal 34"], lines[..^1]);
        Assert.EndsWith("functions", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("handler")]
    public void A_program_may_take_back_the_runtimes_signal(string action) =>
        Assert.Equal("handled 0\n", Run("realtime.c", [s_laptop, action]).Output);

    [Fact]
    public void A_terminal_in_a_tree_is_neither_taken_nor_read()
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
    public void Descriptors_that_the_program_closed_and_reused_are_left_alone(string kind) =>
        Assert.Equal("-5\n", Run("closed.c", [s_laptop, kind]).Output);

    [Fact]
    public void What_needs_no_device_returns_while_another_thread_waits_for_one() =>
        Assert.Equal("returned\nrefresh 0\n", Run("slow.c", [s_laptop]).Output);

    [Fact]
    public void Without_memory_every_function_returns_an_error_and_works_again_when_some_is_freed()
    {
        using var many = new TemporaryTree();
        for (int i = 0; i < 200; i++)
        {
            many.Supply($"BAT{i}", "TYPE=Battery", "CAPACITY=50");
        }

        Assert.Equal("out of memory\nevery function returned\nworks again\n", Run("exhausted.c", [s_abi, many.Sysfs, "1000000"]).Output);
    }

    [Fact]
    public void In_a_forked_child_it_works_only_when_the_parent_had_not_used_it() =>
        Assert.Equal("before: 0\nrefused: 100 of 100\nparent: 0\n", Run("forked.c", [s_laptop]).Output);

    /// <summary>In steps of 2 MB around where the runtime just starts, in larger ones elsewhere.</summary>
    [Fact]
    public void Under_a_limit_on_address_space_it_works_or_says_that_it_cannot_start()
    {
        string program = CProgram.Build("limited.c", CCompiler.Name, "gnu11", "-ldl");
        int works = 0;
        int refused = 0;
        foreach (int megabytes in Enumerable.Range(1, 20).Select(static step => step * 20).Concat(Enumerable.Range(210, 40).Select(static step => step * 2)).Append(600))
        {
            CommandResult result = Command.Run("sh", ["-c", $"ulimit -v {megabytes * 1024} && exec '{program}'"]);
            Assert.True(result.ExitCode == 0, $"{megabytes} MB: exit code {result.ExitCode} {result.Error}");
            works += result.Output == "works\n" ? 1 : 0;
            refused += result.Output.StartsWith("refused: libbattery cannot start", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(works > 0 && refused > 0 && works + refused == 61, $"{works} work, {refused} are refused");
    }

    [Fact]
    public void Where_no_thread_can_be_created_it_says_that_it_cannot_start()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root becomes nobody");

        // Where nobody may read it.
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

    private static CommandResult Run(string source, IEnumerable<string> arguments)
    {
        CommandResult result = Command.Run(CProgram.Build(source, CCompiler.Name, "gnu11", "-rdynamic", "-ldl"), arguments);
        Assert.SkipWhen(result.ExitCode == 77, "the system gives no terminal");
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode} {result.Output} {result.Error}");
        return result;
    }
}
