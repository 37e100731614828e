using Battery.Core.Linux;
using Battery.Core.Linux.Decoding;
using Battery.Core.Linux.Live;
using Battery.Core.Linux.Recorded;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Windows;
using Battery.Core.Windows.Recorded;

namespace Battery.Core.Sources;

/// <summary>Opens recordings of any kind.</summary>
public static class RecordedSources
{
    /// <summary>Opens a recording of another machine.</summary>
    /// <param name="path">A recording that was saved, the output of <c>ioreg</c> on a Mac, or a copy of a <c>power_supply</c> directory.</param>
    /// <exception cref="BatteryException">It does not exist, cannot be read, or is not a recording.</exception>
    public static IPowerSupplySource Open(string path)
    {
        try
        {
            return Directory.Exists(path) ? OpenDirectory(path) : OpenFile(Utf8Text.Of(RecordingFile.Load(path)));
        }
        catch (Exception problem) when (FileProblem.IsKnown(problem))
        {
            throw FileProblem.ToBatteryException($"cannot open the recording {path}", problem);
        }
    }

    // A copy can be of /sys/class/power_supply, of /sys, or of a directory that contains sys.
    private static LinuxSource OpenDirectory(string path)
    {
        foreach (string candidate in (string[])[Path.Combine(path, "class", "power_supply"), Path.Combine(path, "sys", "class", "power_supply"), path])
        {
            ILinuxBackend tree = OperatingSystem.IsLinux()
                ? new LinuxLiveBackend(candidate, isWritable: false)
                : new LinuxRecordedBackend(DirectoryCopyReader.Read(candidate));
            if (tree.List().Exists(IsSupply))
            {
                return new(tree);
            }
        }

        throw new BatteryException(BatteryError.InvalidData, "the directory contains no power supply; give a copy of /sys/class/power_supply");
    }

    private static bool IsSupply(ISupplyDirectory directory) =>
        directory.TryList(out List<byte[]> names)
        && names.Exists(static name => name.AsSpan().SequenceEqual("uevent"u8) || PropertyNames.Find(name) is not null);

    /// <summary>Opens the text of a file.</summary>
    /// <param name="file">UTF-8 without a byte order mark.</param>
    /// <exception cref="BatteryException">It is not a recording.</exception>
    internal static IPowerSupplySource OpenFile(ReadOnlySpan<byte> file)
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
            _ => throw new BatteryException(
                BatteryError.InvalidData,
                $"it is of a system that this library does not know: {PlainText.Clean(recording.System)}; use a later library"),
        };
    }
}
