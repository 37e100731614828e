using System.Globalization;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The .NET runtime inside the library.</summary>
public class RuntimeTests
{
    private readonly string _laptop = new Fixture("thinkpad-t480-dual").Sysfs;

    [Fact]
    public void Compiler_version_has_the_fix_for_signals_during_an_allocation()
    {
        // dotnet/runtime issue 121345: a process with two runtimes could hang when a signal arrived inside malloc.
        string version = NativeLibraryFile.Metadata("ILCompilerVersion");
        Assert.True(Version.Parse(version.Split('-')[0]) >= new Version(10, 0, 12),
            $"the SDK's ahead-of-time compiler is {version}; use an SDK with 10.0.12 or newer");
    }

    // Kilobytes of address space; by default the collector would reserve twice the machine's memory.
    [Theory]
    [InlineData(600_000)]
    [InlineData(2_000_000)]
    [InlineData(8_000_000)]
    [InlineData(64_000_000)]
    public void Library_loads_under_a_limit_of_address_space(int kilobytes)
    {
        CommandResult result = Command.Run("sh", ["-c", $"ulimit -v {kilobytes} && exec '{CProgram.Build("every_function.c")}' '{_laptop}'"]);
        Assert.Equal((0, "all as recorded\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public void Refresh_does_not_grow_memory()
    {
        CommandResult result = Command.Run(CProgram.Build("endurance.c"), [_laptop, "100000", "5000"]);
        Assert.True(result.ExitCode == 0, result.Error);
        int[] kibibytes = [.. result.Output.Trim().Split(' ').Select(static figure => int.Parse(figure, CultureInfo.InvariantCulture))];
        TestContext.Current.TestOutputHelper!.WriteLine($"growth of {kibibytes[0]} and {kibibytes[1]} KiB to {kibibytes[2]}");
        Assert.True(kibibytes[0] <= 64 && kibibytes[1] <= 128 && kibibytes[2] > 0, result.Output);
    }

    [Fact]
    public void Library_installs_no_handler_for_signals_that_programs_use()
    {
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        CommandResult result = Command.Run("python3", ["-c", $"""
            import ctypes
            def caught():
                lines = dict(line.split(":\t") for line in open("/proc/self/status").read().splitlines() if ":\t" in line)
                return int(lines["SigCgt"], 16)
            def of(signal):
                return 1 << (signal - 1)
            before = caught()
            library = ctypes.CDLL("{NativeLibraryFile.FullName}")
            library.battery_abi_version()
            library.battery_get_energy(None)
            added = caught() & ~before
            # INT, TERM, HUP, CHLD, PIPE, WINCH, CONT, TSTP, ALRM, USR1, USR2 are the program's.
            for signal in (2, 15, 1, 17, 13, 28, 18, 20, 14, 10, 12):
                assert not added & of(signal), f"signal {"{signal}"} is caught"
            """]);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    /// <summary>This test program has its own runtime: both collect and suspend threads by signals at the same time.</summary>
    [Fact]
    public void Two_runtimes_collect_in_one_process()
    {
        using var tree = new OpenTree(_laptop);
        uint right = NativeMethods.battery_get_energy(tree.Batteries[0]);
        DateTime end = DateTime.UtcNow.AddSeconds(Fuzzing.Seconds);
        long collections = 0;
        long readings = 0;
        void Repeat(Action work)
        {
            while (DateTime.UtcNow < end)
            {
                work();
            }
        }

        OwnThreads.Run(
        [
            .. Enumerable.Range(0, 8).Select(index => (Action)(() => Repeat(() =>
            {
                GC.KeepAlive(Enumerable.Range(0, 100).Select(static size => new byte[size * 100]).ToList());
                if (index == 0)
                {
                    GC.Collect(index % 3);
                    Interlocked.Increment(ref collections);
                }
            }))),
            .. Enumerable.Range(0, 4).Select(_ => (Action)(() => Repeat(() =>
            {
                // Each list is some kilobytes on the library's own heap.
                nint iterator = NativeMethods.battery_manager_iter(tree.Manager);
                nint battery = NativeMethods.battery_iterator_next(iterator);
                Assert.Equal(right, NativeMethods.battery_get_energy(battery));
                NativeMethods.battery_free(battery);
                NativeMethods.battery_iterator_free(iterator);
                Interlocked.Increment(ref readings);
            }))),
        ]);
        TestContext.Current.TestOutputHelper!.WriteLine($"{collections} collections here, {readings} readings there");
        Assert.True(collections > 0 && readings > 0);
    }
}
