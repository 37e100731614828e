using System.Diagnostics;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Waiting through the C ABI, on the kernel's own events.</summary>
[Collection("Waiting")]
public class WaitTests
{
    private const int Endless = -1;
    private const int Patience = 60_000;
    private readonly string _laptop = new Fixture("thinkpad-t480-dual").Sysfs;

    [Fact]
    public void Silence_is_0_and_no_error()
    {
        using var tree = new OpenTree(_laptop);
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 0));
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 30));
        Assert.Equal(BatteryError.None, NativeMethods.battery_last_error_code());
    }

    [Fact(Timeout = Patience)]
    public async Task An_event_of_the_kernel_wakes_within_a_tenth_of_a_second()
    {
        using var tree = new OpenTree(_laptop);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);
        Task<(int Result, long Moment)> wait = Task.Run(() => (NativeMethods.battery_manager_wait(tree.Manager, Endless), Stopwatch.GetTimestamp()));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        long sent = Stopwatch.GetTimestamp();
        kernel.Send("power_supply");
        (int result, long moment) = await wait;
        Assert.Equal(1, result);

        // The settling alone is 50 ms; a machine that is busy with other tests is given the rest of a second.
        Assert.InRange(Stopwatch.GetElapsedTime(sent, moment).TotalMilliseconds, 0, 1000);
    }

    [Fact]
    public void An_event_between_two_waits_is_not_missed()
    {
        using var tree = new OpenTree(_laptop);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);
        kernel.Send("power_supply");
        Assert.Equal(1, NativeMethods.battery_manager_wait(tree.Manager, Endless));
    }

    [Fact]
    public void An_event_of_another_subsystem_is_slept_through()
    {
        using var tree = new OpenTree(_laptop);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);
        kernel.Send("usb");
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 200));
    }

    [Fact]
    public void More_events_than_the_kernel_keeps_are_one_change()
    {
        using var tree = new OpenTree(_laptop);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);

        // Events of others fill the socket; that they were no power supply's nobody can know any more.
        for (int i = 0; i < 5000; i++)
        {
            kernel.Send("usb");
        }

        Assert.Equal(1, NativeMethods.battery_manager_wait(tree.Manager, Endless));
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 0));
    }

    [Fact(Timeout = Patience)]
    public async Task A_new_status_is_there_when_the_wait_has_ended()
    {
        using var laptop = new TemporaryTree();
        laptop.Supply("BAT0", "TYPE=Battery", "STATUS=Discharging", "CAPACITY=50");
        using var tree = new OpenTree(laptop.Sysfs);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);
        Task<int> wait = Task.Run(() => NativeMethods.battery_manager_wait(tree.Manager, Endless));
        kernel.Send("power_supply");
        laptop.Supply("BAT0", "TYPE=Battery", "STATUS=Charging", "CAPACITY=50");
        Assert.Equal(1, await wait);
        Assert.Equal(0, NativeMethods.battery_manager_refresh(tree.Manager, tree.Single));
        Assert.Equal(BatteryState.Charging, NativeMethods.battery_get_state(tree.Single));
    }

    [Fact(Timeout = Patience)]
    public async Task What_nobody_announces_in_a_copy_of_a_tree_is_seen_all_the_same()
    {
        using var laptop = new TemporaryTree();
        laptop.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        using var tree = new OpenTree(laptop.Sysfs);
        Assert.Equal(0, NativeMethods.battery_manager_has_events(tree.Manager));
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 0));
        laptop.Supply("BAT1", "TYPE=Battery", "CAPACITY=50");
        Assert.Equal(1, await Task.Run(() => NativeMethods.battery_manager_wait(tree.Manager, Endless)));
    }

    [Fact(Timeout = Patience)]
    public async Task Wake_from_another_thread_ends_the_waits()
    {
        using var tree = new OpenTree(_laptop);
        Task<int>[] waits = [.. Enumerable.Range(0, 8).Select(_ => OnItsOwnThread(() => NativeMethods.battery_manager_wait(tree.Manager, Endless)))];
        while (waits.Any(static wait => !wait.IsCompleted))
        {
            Assert.Equal(0, NativeMethods.battery_manager_wake(tree.Manager));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.All(waits, static wait => Assert.Equal(0, wait.Result));
    }

    [Fact(Timeout = Patience)]
    public async Task Free_in_mid_wait_ends_the_wait_with_an_error()
    {
        var tree = new OpenTree(_laptop);
        Task<(int Result, string Message)>[] waits = [.. Enumerable.Range(0, 4).Select(_ => OnItsOwnThread(() => (NativeMethods.battery_manager_wait(tree.Manager, Endless), OpenTree.Message())))];
        await Task.Delay(200, TestContext.Current.CancellationToken);
        int sockets = UeventSockets.Count();
        tree.Dispose();
        foreach ((int result, string message) in await Task.WhenAll(waits))
        {
            Assert.Equal((int)BatteryError.InvalidHandle, result);
            Assert.NotEmpty(message);
        }

        Assert.Equal(sockets - 1, UeventSockets.Count());
    }

    [Fact]
    public void No_manager_is_waited_on_or_woken()
    {
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_manager_wait(0, Endless));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_manager_wake(17));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_manager_has_events(-1));
    }

    [Fact]
    public void A_wait_neither_wakes_nor_uses_the_processor()
    {
        // A process of its own: here other tests run beside.
        CommandResult result = Command.Run(CProgram.Build("wait_cost.c"), [_laptop, "2000"]);
        Assert.Equal(0, result.ExitCode);
        string[] figures = result.Output.Trim().Split(' ');
        Assert.InRange(int.Parse(figures[0], System.Globalization.CultureInfo.InvariantCulture), 0, 2);
        Assert.InRange(double.Parse(figures[1], System.Globalization.CultureInfo.InvariantCulture), 0, 0.02);
    }

    [Fact]
    public void Without_a_socket_it_waits_all_the_same() => AssertPython("""
        import resource
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        spare = os.open("/dev/null", os.O_RDONLY)
        os.close(spare)

        # Room for two more descriptors: the pipe to interrupt by, and no socket beside it.
        resource.setrlimit(resource.RLIMIT_NOFILE, (spare + 2, limits[1]))
        assert manager.has_events is False
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        assert manager.wait(0.1) is False
        manager.wake()
        assert manager.wait() is False
        """);

    [Fact]
    public void Without_any_descriptor_it_is_an_error_that_says_so() => AssertPython("""
        import resource
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, limits[1]))
        try:
            manager.wait(0.1)
            raise SystemExit("no error")
        except battery.BatteryError as error:
            assert error.code == battery.Error.IO and "descriptor" in str(error), error
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        assert manager.wait(0.1) is False
        """);

    [Fact]
    public void A_wait_whose_descriptors_another_part_closed_is_an_error_and_no_endless_loop() => AssertPython("""
        manager.wait(0)
        os.closerange(3, 64)
        try:
            manager.wait()
            raise SystemExit("no error")
        except battery.BatteryError as error:
            assert error.code == battery.Error.IO and "closed" in str(error), error
        """);

    [Fact]
    public void In_the_network_namespace_of_a_rootless_container_no_event_is_expected()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Command.Run("unshare", ["-Urn", "true"]).ExitCode == 0, "no user namespace can be made here");
        string script = Python("""
            print(battery.Manager("/sys").has_events)
            """);
        (string, string?) library = ("BATTERY_LIBRARY", NativeLibraryFile.FullName);
        Assert.Equal("False\n", Command.Run("unshare", ["-Urn", "python3", "-c", script], null, library).Output);
        if (new DirectoryInfo("/proc/self/ns").Exists && new FileInfo("/proc/self/ns/user").LinkTarget == "user:[4026531837]")
        {
            Assert.Equal("True\n", Command.Run("python3", ["-c", script], null, library).Output);
        }
    }

    private string Python(string script) => $"""
        import os, sys
        sys.path.insert(0, "{PythonPackage.Folder}")
        import battery
        manager = battery.Manager("{_laptop}")

        """ + script;

    private void AssertPython(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        CommandResult result = Command.Run("python3", ["-c", Python(script)], null, ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private static Task<T> OnItsOwnThread<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
