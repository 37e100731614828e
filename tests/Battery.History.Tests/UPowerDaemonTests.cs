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

        // The daemon may read more than once before it is stopped, and the quantities of one reading may differ by a second.
        HistoryPoint[] discharging = points.FindAll(static point => point.State == HistoryState.Discharging).ToArray();
        HistoryPoint[] charging = points.FindAll(static point => point.State == HistoryState.Charging).ToArray();
        Assert.Equal([80.0], Known(discharging, static point => point.Percentage));
        Assert.Equal([78.0], Known(charging, static point => point.Percentage));
        Assert.Equal([9.5], Known(discharging, static point => point.EnergyRate));
        Assert.Equal([20.0], Known(charging, static point => point.EnergyRate));
        Assert.Empty(Known(discharging, static point => point.ExternalPower));
        Assert.Equal([true], Known(charging, static point => point.ExternalPower));
        Assert.All([.. discharging, .. charging], static point => Assert.NotNull(point.RecorderStarted));
        Assert.All([.. discharging, .. charging], static point => Assert.Equal("MOCK_50-57-12_34", point.Battery));
        Assert.InRange(Assert.Single(Known(discharging, static point => point.TimeToEmpty)).TotalSeconds, 15_000, 15_300);
        Assert.InRange(Assert.Single(Known(charging, static point => point.TimeToFull)).TotalSeconds, 1_900, 2_100);
    }

    private static T[] Known<T>(HistoryPoint[] points, Func<HistoryPoint, T?> value)
        where T : struct => points.Select(value).OfType<T>().Distinct().ToArray();
}
