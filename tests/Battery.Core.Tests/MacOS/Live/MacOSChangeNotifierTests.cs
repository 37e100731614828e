using System.Runtime.Versioning;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Posix;
using Battery.Core.Sources;
using Battery.Core.Waiting;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.MacOS.Live;

/// <summary>Waiting with a stand-in for notify(3).</summary>
[Collection(StandIn.Collection)]
[SupportedOSPlatform("macos")]
public sealed class MacOSChangeNotifierTests : IDisposable
{
    // Only ends a test that hangs.
    private const int Patience = 60_000;

    // O_CLOEXEC of an open file in /proc/self/fdinfo.
    private const string CloseOnExec = "flags:\t02000000";

    private const string Register = "notify_register_file_descriptor";

    public MacOSChangeNotifierTests() => StandIn.Begin();

    public void Dispose() => StandIn.AssertNothingIsLeft();

    [Fact]
    public void Wait_returns_true_for_a_notification_that_arrived_before()
    {
        using var notifier = MacOSChangeNotifier.Open();
        Assert.True(notifier.SupportsEvents);
        Assert.Equal(1, StandIn.Post());
        Assert.True(notifier.Wait(Patience));
        Assert.False(notifier.Wait(0));
    }

    [Fact]
    public void Wait_returns_true_when_a_notification_arrives()
    {
        using var notifier = MacOSChangeNotifier.Open();
        Assert.True(WhileWaiting(notifier, () => StandIn.Post()));
    }

    [Fact]
    public void Wait_reports_a_burst_of_notifications_once()
    {
        using var notifier = MacOSChangeNotifier.Open();
        for (int i = 0; i < 100; i++)
        {
            StandIn.Post();
        }

        Assert.True(notifier.Wait(Patience));
        Assert.False(notifier.Wait(0));
        Assert.Equal(1, StandIn.Now.Subscriptions);
    }

    [Fact]
    public void Wait_ignores_the_token_of_another_subscription()
    {
        using var notifier = MacOSChangeNotifier.Open();
        StandIn.Post(addedToToken: 1);
        Assert.False(notifier.Wait(Patience));
        StandIn.Post(addedToToken: 1);
        StandIn.Post();
        Assert.True(notifier.Wait(Patience));
    }

    [Fact]
    public void Wait_subscribes_again_after_a_full_pipe_has_ended_the_subscription()
    {
        using var notifier = MacOSChangeNotifier.Open();
        int sent = 0;
        while (StandIn.Post() == 1)
        {
            sent++;
        }

        Assert.InRange(sent, 1000, 20_000);
        Assert.Equal(0, StandIn.Post());
        Assert.True(notifier.Wait(Patience));
        Assert.False(notifier.Wait(0));
        Assert.Equal(1, StandIn.Post());
        Assert.True(notifier.Wait(Patience));
    }

    [Fact]
    public void Wait_returns_false_when_it_is_cancelled()
    {
        using var notifier = MacOSChangeNotifier.Open();
        Assert.False(WhileWaiting(notifier, notifier.Cancel));
        notifier.Cancel();
        Assert.False(notifier.Wait(Patience));
    }

    [Fact]
    public void Cancel_does_not_block_however_often_it_is_called_and_ends_one_wait()
    {
        using var notifier = MacOSChangeNotifier.Open();
        var canceling = new Thread(() =>
        {
            for (int i = 0; i < 100_000; i++)
            {
                notifier.Cancel();
            }
        })
        { IsBackground = true };
        canceling.Start();
        Assert.True(canceling.Join(Patience), "Cancel blocks");
        Assert.False(notifier.Wait(Patience));
        Assert.True(WhileWaiting(notifier, () => StandIn.Post()));
    }

    [Fact]
    public void Wait_returns_false_when_a_signal_interrupts_it_and_loses_nothing()
    {
        using var notifier = MacOSChangeNotifier.Open();
        nint waiting = 0;
        bool isNotified = true;
        var thread = new Thread(() =>
        {
            Volatile.Write(ref waiting, StandIn.standin_thread());
            isNotified = notifier.Wait(Patience);
        });
        thread.Start();

        // The first signals may arrive before the thread waits.
        while (!thread.Join(10))
        {
            if (Volatile.Read(ref waiting) is not 0 and var target)
            {
                StandIn.standin_interrupt(target);
            }
        }

        Assert.False(isNotified);
        StandIn.Post();
        Assert.True(notifier.Wait(Patience));
    }

    [Fact]
    public void Wait_without_a_subscription_ends_by_its_timeout_and_by_Cancel()
    {
        StandIn.Fail(Register, 1);
        using var notifier = MacOSChangeNotifier.Open();
        Assert.False(notifier.SupportsEvents);
        Assert.Equal(0, StandIn.Post());
        Assert.False(notifier.Wait(1));
        Assert.False(WhileWaiting(notifier, notifier.Cancel));
    }

    [Fact]
    public void Open_throws_if_no_descriptor_is_available()
    {
        StandIn.Fail("pipe", 1);
        var error = Assert.Throws<BatteryException>(MacOSChangeNotifier.Open);
        Assert.Equal(BatteryError.Io, error.Code);
        Assert.Contains("no file descriptor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_ends_the_subscription_and_closes_its_descriptor()
    {
        int descriptor;
        using (MacOSChangeNotifier.Open())
        {
            descriptor = StandIn.standin_descriptor();
            Assert.Contains(CloseOnExec, File.ReadAllText($"/proc/self/fdinfo/{descriptor}"), StringComparison.Ordinal);
            Assert.Equal(1, StandIn.Now.Subscriptions);
        }

        Assert.Equal(0, StandIn.Now.Subscriptions);
    }

    [Fact]
    public void Dispose_closes_nothing_of_the_program_that_closed_the_descriptor()
    {
        int calls = StandIn.Calls("notify_cancel");
        using (var notifier = MacOSChangeNotifier.Open())
        {
            int descriptor = StandIn.standin_reuse();
            Assert.False(notifier.SupportsEvents);
            Assert.False(WhileWaiting(notifier, notifier.Cancel));
            notifier.Dispose();
            Assert.True(FileDescriptors.TryIdentify(descriptor, out _), "the program's file was closed");
            FileDescriptors.Close(descriptor);
        }

        Assert.Equal(calls, StandIn.Calls("notify_cancel"));
        StandIn.standin_forget();
    }

    [Fact]
    public async Task ChangeMonitor_reports_a_change_of_the_running_system()
    {
        MacRecording.Of(new Fixture("macbook-pro-retina-intel", "macos")).Serve();
        var monitor = new ChangeMonitor(MacOSSource.Open(), SupplyScopes.All);
        Assert.True(monitor.SupportsEvents);
        Assert.Equal(WaitOutcome.TimeUp, monitor.Wait(0));
        Task<WaitOutcome> wait = Task.Run(() => monitor.Wait(Patience), TestContext.Current.CancellationToken);
        while (monitor.Waiters == 0)
        {
            await Task.Yield();
        }

        StandIn.Reset();
        StandInAnswers.Serve([], new(PowerSourceKeys.BatteryPower, []));
        StandIn.Post();
        Assert.Equal(WaitOutcome.Changed, await wait);
        monitor.Close();
    }

    // What Wait returns if an action happens while a thread waits.
    private static bool WhileWaiting(MacOSChangeNotifier notifier, Action action)
    {
        bool result = false;
        var thread = new Thread(() => result = notifier.Wait(Patience));
        thread.Start();
        Assert.False(thread.Join(100), "it does not wait");
        action();
        thread.Join();
        return result;
    }
}
