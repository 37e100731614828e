using System.Globalization;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Waits through the C ABI, with uevents of the kernel.</summary>
[Collection("Waiting")]
public class WaitTests
{
    private const int Endless = -1;
    private const int TestTimeout = 600_000;
    private readonly string _laptop = new Fixture("thinkpad-t480-dual").Sysfs;

    [Fact]
    public void Wait_returns_0_on_timeout()
    {
        using var tree = new OpenTree(_laptop);
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 0));
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 30));
        Assert.Equal(BatteryError.None, NativeMethods.battery_last_error_code());
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Wait_returns_1_after_a_uevent()
    {
        using var tree = new OpenTree(_laptop);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);
        Task<int> wait = Task.Run(() => NativeMethods.battery_manager_wait(tree.Manager, Endless));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        kernel.Send("power_supply");

        // Nothing in the tree changes: without the uevent this wait would never end.
        Assert.Equal(1, await wait);
    }

    [Fact]
    public void Wait_reports_a_uevent_between_two_waits()
    {
        using var tree = new OpenTree(_laptop);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);
        kernel.Send("power_supply");
        Assert.Equal(1, NativeMethods.battery_manager_wait(tree.Manager, Endless));
    }

    [Fact]
    public void Wait_ignores_a_uevent_of_another_subsystem()
    {
        using var tree = new OpenTree(_laptop);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);
        kernel.Send("usb");
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 200));
    }

    [Fact]
    public void Wait_reports_one_change_when_the_queue_overflows()
    {
        using var tree = new OpenTree(_laptop);
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(tree.Manager, 0);

        // Other events overflow the socket: whether a lost one was of a power supply is unknown.
        for (int i = 0; i < 5000; i++)
        {
            kernel.Send("usb");
        }

        Assert.Equal(1, NativeMethods.battery_manager_wait(tree.Manager, Endless));
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 0));
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Wait_ends_after_the_new_status_can_be_read()
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

    [Fact(Timeout = TestTimeout)]
    public async Task Wait_polls_a_copy_of_a_tree()
    {
        using var laptop = new TemporaryTree();
        laptop.Supply("BAT0", "TYPE=Battery", "CAPACITY=50");
        using var tree = new OpenTree(laptop.Sysfs);
        Assert.Equal(0, NativeMethods.battery_manager_has_events(tree.Manager));
        Assert.Equal(0, NativeMethods.battery_manager_wait(tree.Manager, 0));
        laptop.Supply("BAT1", "TYPE=Battery", "CAPACITY=50");
        Assert.Equal(1, await Task.Run(() => NativeMethods.battery_manager_wait(tree.Manager, Endless)));
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Wake_from_another_thread_ends_the_waits()
    {
        using var tree = new OpenTree(_laptop);
        Task<int>[] waits = [.. Enumerable.Range(0, 8).Select(_ => OwnThreads.Start(() => NativeMethods.battery_manager_wait(tree.Manager, Endless)))];
        while (waits.Any(static wait => !wait.IsCompleted))
        {
            Assert.Equal(0, NativeMethods.battery_manager_wake(tree.Manager));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.All(waits, static wait => Assert.Equal(0, wait.Result));
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Free_during_a_wait_ends_it_with_an_error()
    {
        var tree = new OpenTree(_laptop);
        int before = UeventSockets.Count();
        Task<(int Result, string Message)>[] waits = [.. Enumerable.Range(0, 4)
            .Select(_ => OwnThreads.Start(() => (NativeMethods.battery_manager_wait(tree.Manager, Endless), OpenTree.Message())))];

        // The first wait opens a socket.
        while (UeventSockets.Count() == before)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        tree.Dispose();
        foreach ((int result, string message) in await Task.WhenAll(waits))
        {
            Assert.Equal((int)BatteryError.InvalidHandle, result);
            Assert.NotEmpty(message);
        }

        Assert.Equal(before, UeventSockets.Count());
    }

    [Fact]
    public void Wait_and_wake_refuse_an_invalid_manager()
    {
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_manager_wait(0, Endless));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_manager_wake(17));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_manager_has_events(-1));
    }

    [Fact]
    public void Wait_uses_no_CPU_time()
    {
        // In its own process, because other tests run in this one. An event of the machine wakes it once.
        long events = KernelEvents();
        CommandResult result = Command.Run(CProgram.Build("wait_cost.c"), [_laptop, "2000"]);
        events = KernelEvents() - events;
        Assert.Equal(0, result.ExitCode);
        string[] figures = result.Output.Trim().Split(' ');
        Assert.InRange(int.Parse(figures[0], CultureInfo.InvariantCulture), 0, 2 + events);

        // Seconds of processor time, not of the clock. A thread that does not sleep takes all of the two.
        Assert.InRange(double.Parse(figures[1], CultureInfo.InvariantCulture), 0, 0.2);
    }

    // How many events the kernel has sent since it started.
    private static long KernelEvents() => long.Parse(File.ReadAllText("/sys/kernel/uevent_seqnum"), CultureInfo.InvariantCulture);

    [Fact]
    public void Wait_works_without_a_socket() => AssertPython("""
        import resource
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        spare = os.open("/dev/null", os.O_RDONLY)
        os.close(spare)

        # Two more descriptors: enough for the pipe, not for the socket.
        resource.setrlimit(resource.RLIMIT_NOFILE, (spare + 2, limits[1]))
        assert manager.has_events is False
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        assert manager.wait(0.1) is False
        manager.wake()
        assert manager.wait() is False
        """);

    [Fact]
    public void Wait_returns_an_error_without_descriptors() => AssertPython("""
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
    public void Wait_returns_an_error_when_the_program_closed_its_descriptors() => AssertPython("""
        manager.wait(0)
        os.closerange(3, 64)
        try:
            manager.wait()
            raise SystemExit("no error")
        except battery.BatteryError as error:
            assert error.code == battery.Error.IO and "closed" in str(error), error
        """);

    [Fact]
    public void HasEvents_is_0_in_the_network_namespace_of_a_rootless_container()
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
}
