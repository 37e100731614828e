using System.ComponentModel;
using System.Diagnostics;
using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>The history that the system of this machine keeps.</summary>
public static class SystemHistory
{
    private const string DefaultFolder = "/var/lib/upower";
    private const string FolderVariable = "UPOWER_HISTORY_DIR";
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(2);

    /// <summary>Streams it: UPower's files on Linux, a report of powercfg on Windows, the log of pmset on macOS.</summary>
    public static IEnumerable<HistoryPoint> Read(ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return OperatingSystem.IsWindows() ? ReadPowerCfg(context)
            : OperatingSystem.IsMacOS() ? ReadPmset("/usr/bin/pmset", context)
            : ReadUPower(context);
    }

    /// <summary>Streams the output of a program in the format of pmset.</summary>
    internal static IEnumerable<HistoryPoint> ReadPmset(string program, ReadContext context)
    {
        using Process? process = Start(program, ["-g", "log"], context);
        if (process is null)
        {
            yield break;
        }

        try
        {
            foreach (HistoryPoint point in HistoryReader.ReadLog("pmset -g log", process.StandardOutput.BaseStream, Environment.MachineName, context))
            {
                yield return point;
            }
        }
        finally
        {
            End(process);
        }
    }

    private static IEnumerable<HistoryPoint> ReadUPower(ReadContext context)
    {
        string folder = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } own ? own : DefaultFolder;
        string[] files;
        try
        {
            files = Directory.GetFiles(folder, "history-*.dat").Where(static path => UPowerReader.IdOf(path) is not null).Order(StringComparer.Ordinal)
                .ToArray();
        }
        catch (DirectoryNotFoundException)
        {
            context.Report(HistoryProblemKind.NotFound, folder,
                $"There is no history of UPower: '{folder}' does not exist. Install UPower, or log with Watch-Battery.");
            return [];
        }
        catch (Exception e) when (FileProblems.Is(e))
        {
            FileProblems.Report(e, folder, context);
            return [];
        }

        if (files.Length == 0)
        {
            context.Report(HistoryProblemKind.NoMeasurement, folder,
                $"UPower has no history of a battery in '{folder}': it writes the first after 10 minutes, and none on a machine without a battery.");
        }

        return HistoryReader.Read(files, Environment.MachineName, context);
    }

    private static IEnumerable<HistoryPoint> ReadPowerCfg(ReadContext context)
    {
        string report = Path.Combine(Path.GetTempPath(), $"battery-report-{Guid.NewGuid():N}.xml");
        try
        {
            using Process? process = Start("powercfg.exe", ["/batteryreport", "/xml", "/duration", "14", "/output", report], context);
            if (process is null)
            {
                yield break;
            }

            process.StandardOutput.ReadToEnd();
            if (!process.WaitForExit(s_timeout) || process.ExitCode != 0 || !File.Exists(report))
            {
                context.Report(HistoryProblemKind.ReadFailed, "powercfg", "powercfg made no battery report: run 'powercfg /batteryreport' to see why.");
                yield break;
            }

            foreach (HistoryPoint point in HistoryReader.Read([report], Environment.MachineName, context))
            {
                yield return point with { Source = "powercfg /batteryreport" };
            }
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static Process? Start(string program, IEnumerable<string> arguments, ReadContext context)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false, CreateNoWindow = true });
        }
        catch (Win32Exception e)
        {
            context.Report(HistoryProblemKind.NotFound, program, $"'{program}' could not be started: {e.Message}");
            return null;
        }
    }

    // A caller that needs only the first points must not wait for the rest.
    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.WaitForExit();
    }
}
