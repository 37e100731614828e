using Battery.Core.Linux;
using Battery.Core.Linux.Live;
using Battery.Core.Linux.Recorded;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Windows;
using Battery.Core.Windows.Recorded;

namespace Battery.Core.Sources;

/// <summary>The one place that tells what sort of recording a file or folder is.</summary>
public static class RecordedSources
{
    /// <summary>Opens what another machine said.</summary>
    /// <param name="path">A file that was saved as a recording, what <c>ioreg</c> printed on a Mac, or a copy of a <c>power_supply</c> folder.</param>
    /// <exception cref="BatteryException">It is not there, cannot be read, or is no recording.</exception>
    public static IPowerSupplySource Open(string path)
    {
        try
        {
            return Directory.Exists(path) ? OpenFolder(path) : OpenFile(RecordingFile.Load(path));
        }
        catch (Exception problem) when (RecordingFile.IsFileError(problem))
        {
            throw RecordingFile.ToBatteryException($"cannot open the recording {path}", problem);
        }
    }

    // What people copy is the whole of /sys/class/power_supply, a folder that stands for /sys, or one that holds that.
    private static LinuxSource OpenFolder(string path)
    {
        foreach (string candidate in (string[])[Path.Combine(path, "class", "power_supply"), Path.Combine(path, "sys", "class", "power_supply"), path])
        {
            ILinuxBackend tree = OperatingSystem.IsLinux() ? new LinuxLiveBackend(candidate) : new LinuxRecordedBackend(DirectoryCopyReader.Read(candidate));
            if (tree.List().Exists(IsSupply))
            {
                return new(tree);
            }
        }

        throw new BatteryException(BatteryError.InvalidData, "no power supply is in the folder; give a copy of /sys/class/power_supply");
    }

    private static bool IsSupply(ISupplyDirectory folder) =>
        folder.TryList(out List<byte[]> names) && names.Exists(static name => name.AsSpan().SequenceEqual("uevent"u8) || name.AsSpan().SequenceEqual("type"u8));

    private static IPowerSupplySource OpenFile(byte[] file)
    {
        if (!RecordingReader.IsRecording(file))
        {
            return new MacOSSource(new MacOSRecordedBackend(file));
        }

        Recording recording = RecordingReader.Read(file);
        return recording.System switch
        {
            Recording.Linux => new LinuxSource(new LinuxRecordedBackend(recording)),
            Recording.Windows => new WindowsSource(new WindowsRecordedBackend(recording)),
            Recording.MacOS => new MacOSSource(new MacOSRecordedBackend(recording)),
            _ => throw new BatteryException(BatteryError.InvalidData, $"it is of a system that this library does not know: {recording.System}; use a later library"),
        };
    }
}
