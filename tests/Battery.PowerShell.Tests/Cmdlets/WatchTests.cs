using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

[Collection("Waiting")]
public sealed class WatchTests : IDisposable
{
    private const int Patience = 60_000;
    private readonly Engine _engine = new();
    private readonly TemporaryTree _tree = new();

    public WatchTests() => Set("BAT0", "Discharging", 50);

    public void Dispose()
    {
        _engine.Dispose();
        _tree.Dispose();
    }

    [Fact]
    public void The_first_sample_comes_at_once() =>
        Assert.Equal("BAT0", Assert.Single(Watch("-Count 1 -Interval 3600")).Properties["Name"].Value);

    [Fact]
    public void Each_round_is_a_sample_of_each_battery()
    {
        Set("BAT1", "Full", 100);
        Assert.Equal(["BAT0", "BAT1", "BAT0", "BAT1", "BAT0", "BAT1"], Names(Watch("-Count 3 -Interval 0.02")));
        Assert.Equal(["BAT1", "BAT1"], Names(Watch("*1 -Count 2 -Interval 0.02")));
    }

    [Theory]
    [InlineData("-Timeout 0.3 -Interval 3600")]
    [InlineData("-Timeout 0.3 -Interval 0")]
    [InlineData("-Timeout 00:00:00.3 -Interval '1:00:00'")]
    [InlineData("-Timeout ([TimeSpan]::FromMilliseconds(300)) -Interval 3600")]
    public void The_time_is_up(string arguments) => Assert.Single(Watch(arguments));

    [Theory]
    [InlineData("-Until Discharging")]
    [InlineData("-Below 50.5")]
    [InlineData("-Above 49.5")]
    public void What_is_awaited_and_there_already_ends_the_watch(string condition) => Assert.Single(Watch(condition));

    [Theory]
    [InlineData("-Until Full")]
    [InlineData("-Until Full,NotCharging")]
    [InlineData("-Above 90 -ChangedOnly")]
    public void The_sample_that_was_awaited_is_the_last(string condition)
    {
        Set("BAT0", "Full", 100);
        Set("BAT1", "Discharging", 50);
        Assert.Equal(["BAT1", "BAT0"], Names(Watch(condition)));
    }

    [Theory]
    [InlineData("'BAT1' | Watch-Battery", "BAT1")]
    [InlineData("'BAT1', 'BAT0' | Watch-Battery", "BAT0 BAT1")]
    [InlineData("Get-Battery BAT1 -SysfsRoot '{root}' | Watch-Battery", "BAT1")]
    [InlineData("@() | Watch-Battery", "")]
    public void Names_come_through_the_pipeline(string command, string names)
    {
        Set("BAT1", "Full", 100);
        Assert.Equal(names, string.Join(' ', Names(_engine.Script($"{command.Replace("{root}", _tree.Sysfs, StringComparison.Ordinal)} -Count 1 -SysfsRoot '{_tree.Sysfs}'"))));
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void A_name_that_no_battery_has_is_told_and_the_watch_goes_on()
    {
        Assert.Empty(Watch("BTA0 -Count 2 -Interval 0.02"));
        ErrorRecord error = Assert.Single(_engine.Errors);
        Assert.Equal("BatteryNotFound,Battery.PowerShell.Commands.WatchBatteryCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Batteries here: BAT0", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_a_battery_has_rounds_too_and_verbose_says_so()
    {
        _tree.Remove("BAT0");
        Assert.Empty(Watch("-Count 2 -Interval 0.02 -Verbose"));
        Assert.Contains(_engine.Verbose, static message => message.StartsWith("No battery of scope System", StringComparison.Ordinal));
    }

    [Fact(Timeout = Patience)]
    public async Task ChangedOnly_shows_a_battery_again_that_was_away()
    {
        Set("BAT1", "Full", 100);
        Task<List<PSObject>> watch = Task.Run(() => Watch("-ChangedOnly -Count 2 -Interval 0.02").ToList());
        await Task.Delay(300, TestContext.Current.CancellationToken);
        _tree.Remove("BAT1");
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Set("BAT1", "Full", 100);
        Assert.Equal(["BAT0", "BAT1", "BAT1"], Names(await watch));
    }

    [Theory(Timeout = Patience)]
    [InlineData("-Until Full")]
    [InlineData("-Above 99")]
    [InlineData("-Until Full -ChangedOnly")]
    [InlineData("-Until Empty -Above 99 -Count 1000000 -Timeout 3600")]
    public async Task What_is_awaited_ends_the_watch_with_its_sample(string condition)
    {
        Task<List<PSObject>> watch = Task.Run(() => Watch($"{condition} -Interval 0.02").ToList());
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(watch.IsCompleted);
        Set("BAT0", "Full", 100);
        Assert.Equal("Full", (await watch)[^1].Properties["State"].Value.ToString());
    }

    [Fact(Timeout = Patience)]
    public async Task ChangedOnly_leaves_out_what_is_as_it_was()
    {
        Set("BAT1", "Full", 100);
        Task<List<PSObject>> watch = Task.Run(() => Watch("-ChangedOnly -Count 2 -Interval 0.02").ToList());
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Set("BAT1", "Discharging", 99);
        Assert.Equal(["BAT0", "BAT1", "BAT1"], Names(await watch));
    }

    [Fact(Timeout = Patience)]
    public async Task Batteries_that_come_and_go_do_so_in_the_stream()
    {
        Task<List<PSObject>> watch = Task.Run(() => Watch("-Until Full -Interval 0.02").ToList());
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Set("BAT1", "Charging", 10);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        _tree.Remove("BAT0");
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Set("BAT1", "Full", 100);
        string[] names = [.. Names(await watch)];
        Assert.Equal("BAT0", names[0]);
        Assert.Contains("BAT1", names);
        Assert.Equal("BAT1", names[^2]);
    }

    [Fact(Timeout = Patience)]
    public async Task A_change_is_seen_without_an_interval()
    {
        // Nothing is announced of a folder of our own; the library looks every few seconds.
        Task<List<PSObject>> watch = Task.Run(() => Watch("-Count 2 -Interval 0").ToList());
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Set("BAT0", "Charging", 51);
        Assert.Equal("Charging", (await watch)[^1].Properties["State"].Value.ToString());
    }

    [Fact(Timeout = Patience)]
    public async Task Stop_ends_it_whatever_it_waits_for()
    {
        using var shell = System.Management.Automation.PowerShell.Create(InitialSessionState.CreateDefault2());
        shell.AddScript($"Import-Module '{Engine.ModulePath}'; Watch-Battery -Interval 0 -SysfsRoot '{_tree.Sysfs}'");
        using var output = new PSDataCollection<PSObject>();
        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        while (output.Count == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        int counters = OpenCounters();
        await Task.Run(shell.Stop, TestContext.Current.CancellationToken);
        Assert.True(running.IsCompleted);
        Assert.True(OpenCounters() < counters, "the manager stays open");
    }

    [Fact(Timeout = Patience)]
    public async Task A_runspace_that_is_closed_ends_it()
    {
        var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{Engine.ModulePath}'; Watch-Battery -Interval 0 -SysfsRoot '{_tree.Sysfs}'");
        using var output = new PSDataCollection<PSObject>();
        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        while (output.Count == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await Task.Run(runspace.Dispose, TestContext.Current.CancellationToken);

        // The pipeline tells its end on a thread of its own.
        await Task.Run(running.AsyncWaitHandle.WaitOne, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("-Interval -1")]
    [InlineData("-Interval soon")]
    [InlineData("-Timeout -0.5")]
    [InlineData("-Interval '-00:00:01'")]
    [InlineData("-Timeout ([TimeSpan]::FromSeconds(-1))")]
    [InlineData("-Interval ([char]'a')")]
    [InlineData("-Name 'BAT['")]
    [InlineData("-Count 0")]
    [InlineData("-Below 101")]
    [InlineData("-Until Sleeping")]
    public void Senseless_arguments_are_refused(string arguments)
    {
        Assert.Empty(Watch(arguments));
        ErrorRecord refused = Assert.Single(_engine.Errors);
        Assert.IsType<ParameterBindingException>(refused.Exception, exactMatch: false);
        Assert.Contains(arguments.Split(' ')[0][1..], refused.ToString(), StringComparison.Ordinal);
    }

    private System.Collections.ObjectModel.Collection<PSObject> Watch(string arguments) => _engine.Script($"Watch-Battery {arguments} -SysfsRoot '{_tree.Sysfs}'");

    // One open while another file is written would see half of it; a rename is whole.
    private void Set(string name, string status, int percentage)
    {
        _tree.File(name, "uevent.new", $"POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_STATUS={status}\nPOWER_SUPPLY_CAPACITY={percentage}\n");
        File.Move(Path.Combine(_tree.Folder(name), "uevent.new"), Path.Combine(_tree.Folder(name), "uevent"), overwrite: true);
    }

    private static IEnumerable<string> Names(IEnumerable<PSObject> samples) => samples.Select(static sample => (string)sample.Properties["Name"].Value);

    // Each manager that waits has one; tests of the same collection do not run at the same time.
    private static int OpenCounters() => Directory.GetFiles("/proc/self/fd").Count(static file => new FileInfo(file).LinkTarget == "anon_inode:[eventfd]");
}
