using System.Diagnostics;
using Battery.History.Model;
using Battery.Tests.Shared;

namespace Battery.History.Tests;

/// <summary>What the installed upowerd writes, whichever version it is.</summary>
public sealed class UPowerDaemonTests
{
    private static readonly string[] s_programs = ["/usr/libexec/upowerd", "/usr/bin/dbus-daemon", "/usr/bin/umockdev-run"];

    [Fact]
    public async Task Read_gives_what_a_real_daemon_recorded_in_two_runs()
    {
        string? missing = Array.Find(s_programs, static program => !File.Exists(program));
        Assert.SkipWhen(missing is not null, $"{missing} is not installed (Debian's packages upower, dbus-daemon and umockdev): no daemon wrote a history.");
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("bash", [Repository.At("tests", "Battery.History.Tests", "upowerd.sh"), folder.Path]) { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);

        (List<HistoryPoint> points, var problems) = HistoryFixture.Read(Directory.GetFiles(Path.Combine(folder.Path, "history"), "history-*.dat"));
        Assert.Empty(problems);

        // The daemon reads every 30 s. On a busy machine it has recorded a value once more before it is stopped.
        HistoryPoint[] charges = points.Where(static point => point.Percentage is not null).DistinctBy(static point => point.Percentage).ToArray();
        Assert.Equal([80.0, 78.0], charges.Select(static point => point.Percentage!.Value));
        Assert.Equal([HistoryState.Discharging, HistoryState.Charging], charges.Select(static point => point.State));
        Assert.Equal([9.5, 20.0], charges.Select(static point => point.EnergyRate!.Value));
        Assert.Equal([null, true], charges.Select(static point => point.ExternalPower));
        Assert.All(charges, static point => Assert.NotNull(point.RecorderStarted));
        Assert.All(charges, static point => Assert.Equal("MOCK_50-57-12_34", point.Battery));
        Assert.InRange(charges[0].TimeToEmpty!.Value.TotalSeconds, 15_000, 15_300);
        Assert.InRange(charges[1].TimeToFull!.Value.TotalSeconds, 1_900, 2_100);
    }
}
