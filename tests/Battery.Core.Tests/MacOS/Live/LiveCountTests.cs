using System.Runtime.Versioning;
using Battery.Core.MacOS;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.MacOS.Live;

/// <summary>Every function of macOS that the library imports is called, and nothing is left behind, however often.</summary>
[Collection(StandIn.Collection)]
[SupportedOSPlatform("macos")]
public sealed class LiveCountTests
{
    private const int Rounds = 20;
    private const int Notifiers = 500;
    private const int WaitsOfEach = 20;

    public LiveCountTests() => StandIn.Begin();

    [Fact]
    public void All_imports_are_called_and_every_reference_is_released()
    {
        int alive = StandIn.Now.Alive;
        int readings = ReadEveryFixture();
        int waits = WaitOnManyThreads();

        // No service has an error, so nothing has asked yet whether one was removed.
        MacRecording.Of(new("macbook-pro-retina-intel", "macos")).Serve();
        StandIn.Fail("IORegistryEntryCreateCFProperties", 1);
        StandIn.Fail("IORegistryEntryInPlane", 1);
        Assert.Empty(MacOSSource.Open().ReadBatteries());

        string[] unused = [.. StandIn.Imports.Where(static import => StandIn.Calls(import) == 0)];
        StandIn.Counts counts = StandIn.Now;
        TestContext.Current.SendDiagnosticMessage(
            "macOS: {0} of {1} imports called, {2} readings, {3} objects made, {4} waits; left: {5} references, {6} ports, {7} subscriptions; {8} violations",
            StandIn.Imports.Length - unused.Length, StandIn.Imports.Length, readings, counts.Made, waits,
            counts.Owned, counts.Ports, counts.Subscriptions, counts.Violations);
        Assert.Empty(unused);
        Assert.InRange(StandIn.Imports.Length, 30, 40);
        StandIn.AssertNothingIsLeft();
        StandIn.Reset();
        Assert.Equal(alive, StandIn.Now.Alive);
    }

    private static int ReadEveryFixture()
    {
        int readings = 0;
        foreach (string machine in Fixture.NamesOf("macos"))
        {
            StandIn.Reset();
            MacRecording.Of(new(machine, "macos")).Serve();
            var source = MacOSSource.Open();
            for (int i = 0; i < Rounds; i++)
            {
                foreach (BatteryDevice battery in source.ReadBatteries())
                {
                    Assert.True(battery.TryRefresh());
                    readings++;
                }

                readings++;
            }
        }

        return readings;
    }

    // Threads that end, while another one cancels and notifies.
    private static int WaitOnManyThreads()
    {
        int waits = 0;
        for (int i = 0; i < Notifiers; i++)
        {
            using var notifier = MacOSChangeNotifier.Open();
            Task<int> waiting = OwnThreads.Start(() =>
            {
                for (int wait = 0; wait < WaitsOfEach; wait++)
                {
                    notifier.Wait(600_000);
                }

                return WaitsOfEach;
            });
            do
            {
                StandIn.Post();
                notifier.Cancel();
            }
            while (!waiting.Wait(0));
            waits += waiting.Result;
        }

        return waits;
    }
}
