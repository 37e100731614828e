using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Programs in C, C++ and Python, compiled without warnings and run under leak checkers.</summary>
public class ConsumerTests
{
    // The exit code of a checker that found an error.
    private const int Found = 23;

    private const string ListOutput = """
        BAT0 80 % LGC Temperature unknown: temp is not reported
        BAT1 68 % SANYO Temperature unknown: temp is not reported
        all as one: 438 minutes
        2 batteries: 72 %
        {"name":"BAT0"
        woken
        -3 cannot open /no/such/root: the directory does not exist; give a directory that contains class/power_supply, for example /sys

        """;

    private static readonly string s_laptop = new Fixture("thinkpad-t480-dual").Sysfs;

    public static TheoryData<string, string> CompilersAndStandards => new MatrixTheoryData<string, string>(["gcc", "clang-14"], ["c89", "c99", "c11"]);

    [Theory]
    [MemberData(nameof(CompilersAndStandards))]
    public void Every_function_works_from_C(string compiler, string standard) =>
        AssertAllAsRecorded(Command.Run(CProgram.Build("every_function.c", compiler, standard), [s_laptop]));

    [Fact]
    public void Program_that_calls_every_function_calls_every_export()
    {
        string program = File.ReadAllText(Source("every_function.c"));

        // It calls each getter of the generated list.
        IEnumerable<string> getters = TableValue.All.SelectMany(static value => value.Getters).Select(static getter => getter + "(");
        Assert.Contains("BATTERY_VALUES(CHECK_VALUE)", program, StringComparison.Ordinal);
        Assert.All(File.ReadAllLines(Repository.At("src", "Battery.Ffi", "include", "battery.abi")), line =>
        {
            Match function = Regex.Match(line, @"(battery_\w+)\(");
            Assert.True(!function.Success || getters.Contains(function.Value) || program.Contains(function.Value, StringComparison.Ordinal),
                $"every_function.c does not call {function.Value})");
        });
    }

    [Theory]
    [InlineData("g++")]
    [InlineData("clang++-14")]
    public void Cpp_wrapper_frees_its_handles(string compiler)
    {
        CommandResult result = Command.Run(CProgram.Build("list.cpp", compiler, "c++17", "-pthread"), [s_laptop]);
        Assert.Equal((0, ListOutput, string.Empty), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void Example_in_Cpp_reports_a_root_that_does_not_exist()
    {
        CommandResult result = Command.Run(CProgram.Build("list.cpp", "g++", "c++17", "-pthread"), ["/no/such/root"]);
        Assert.Equal((1, string.Empty), (result.ExitCode, result.Output));
        Assert.StartsWith("list: cannot open /no/such/root: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Valgrind_finds_no_error_in_C() => AssertAllAsRecorded(Valgrind(CProgram.Build("every_function.c"), s_laptop));

    [Fact]
    public void Valgrind_finds_no_error_in_Cpp()
    {
        CommandResult result = Valgrind(CProgram.Build("list.cpp", "g++", "c++17", "-pthread"), s_laptop);
        Assert.Equal((0, ListOutput), (result.ExitCode, result.Output));
    }

    [Fact]
    public void Valgrind_finds_no_error_of_the_library_in_Python()
    {
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");

        // -S: without the site packages.
        CommandResult result = Valgrind("python3", "-S", Repository.At("examples", "python", "battery_json.py"), s_laptop);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("BAT1", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Valgrind_detects_the_use_of_a_freed_string() =>
        Assert.Equal(Found, Valgrind(CProgram.Build("every_function.c", "gcc", "c99", "-include", Source("using_freed.h")), s_laptop).ExitCode);

    [Theory]
    [InlineData("", 0)]
    [InlineData("battery._lib().battery_str_free = print_nothing", Found)]
    public void Python_frees_its_strings(string sabotage, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Command.Exists("python3"), "python3 or /proc is missing");
        CommandResult result = Command.Run("python3", ["-c", $"""
            import sys
            sys.path.insert(0, "{PythonPackage.Folder}")
            import battery

            def resident():
                return int(next(line for line in open("/proc/self/status") if line.startswith("RssAnon")).split()[1])

            def read(times):
                for _ in range(times):
                    list(manager)

            def print_nothing(text):
                pass

            def grown_by(times):
                before = resident()
                read(times)
                return resident() - before

            manager = battery.Manager("{s_laptop}")
            {sabotage}
            # The collector's heap takes some rounds to reach its size. What leaks never comes to rest.
            if all(grown_by(500) > 16 for _ in range(40)):
                print("still growing")
                sys.exit({Found})
            grown = grown_by(5000)
            print(grown, "KiB")
            sys.exit({Found} if grown > 600 else 0)
            """], null, ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.True(result.ExitCode == exitCode, result.Output + result.Error);
    }

    [Fact]
    public void AddressSanitizer_finds_no_error_in_C() => AssertAllAsRecorded(Sanitized(Sanitizable("every_function.c", "gcc", "c99")));

    [Fact]
    public void AddressSanitizer_finds_no_error_in_Cpp()
    {
        CommandResult result = Sanitized(Sanitizable("list.cpp", "g++", "c++17", "-pthread"));
        Assert.True(result.ExitCode == 0 && result.Error.Length == 0, result.Error);
        Assert.Equal(ListOutput, result.Output);
    }

    [Fact]
    public void AddressSanitizer_detects_a_string_that_is_not_freed() =>
        Assert.Equal(Found, Sanitized(Sanitizable("every_function.c", "gcc", "c99", "-include", Source("leaking.h"))).ExitCode);

    private static string Source(string name) => Repository.At("tests", "consumers", "c", name);

    private static void AssertAllAsRecorded(CommandResult result)
    {
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal("all as recorded\n", result.Output);
    }

    private static string Sanitizable(string source, string compiler, string standard, params string[] flags) =>
        CProgram.Build(source, compiler, standard, [.. flags, "-fsanitize=address,undefined"]);

    private static CommandResult Sanitized(string program) => Command.Run(program, [s_laptop], null,
        ("ASAN_OPTIONS", $"exitcode={Found}"), ("LSAN_OPTIONS", $"print_suppressions=0:suppressions={Repository.At("tests", "consumers", "sanitizer.supp")}"));

    private static CommandResult Valgrind(params string[] command)
    {
        Assert.SkipUnless(Command.Exists("valgrind"), "valgrind is not installed");
        return Command.Run(
            "valgrind",
            ["-q", "--leak-check=full", "--errors-for-leak-kinds=definite,possible", $"--error-exitcode={Found}",
             $"--suppressions={Repository.At("tests", "consumers", "valgrind.supp")}", .. command],
            null,
            ("PYTHONMALLOC", "malloc"),
            ("PYTHONPATH", PythonPackage.Folder),
            ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
    }
}
