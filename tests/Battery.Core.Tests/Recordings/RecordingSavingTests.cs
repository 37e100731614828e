using System.Net.Sockets;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Recordings;

/// <summary>A recording is saved whole or not at all, to a file and to nothing else.</summary>
public sealed class RecordingSavingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-");

    private string Path => At("recording.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Save_leaves_nothing_but_the_file()
    {
        RecordingFile.Save(Some(), Path, overwrites: false);
        RecordingFile.Save(Some(), Path, overwrites: true);
        Assert.Equal([Path], Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void Save_lets_only_the_owner_read_serial_numbers()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes");
            return;
        }

        File.WriteAllText(Path, "another one, which all may read");
        RecordingFile.Save(Some(keepsSerialNumbers: true), Path, overwrites: true);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        RecordingFile.Save(Some(), Path, overwrites: true);
        Assert.NotEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public void Save_replaces_a_link_and_not_what_it_refers_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        File.WriteAllText(At("victim"), "mine");
        File.CreateSymbolicLink(Path, At("victim"));
        Assert.Equal(BatteryError.AlreadyExists, Failure(() => RecordingFile.Save(Some(), Path, overwrites: false)).Code);
        RecordingFile.Save(Some(), Path, overwrites: true);
        Assert.Equal("mine", File.ReadAllText(At("victim")));
        Assert.Null(new FileInfo(Path).LinkTarget);
        File.CreateSymbolicLink(At("broken"), At("none"));
        Assert.Equal(BatteryError.AlreadyExists, Failure(() => RecordingFile.Save(Some(), At("broken"), overwrites: false)).Code);
        Assert.False(File.Exists(At("none")));
    }

    [Fact]
    public void Save_on_a_full_disk_leaves_the_old_recording_and_says_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "a small file system can be mounted by root on Linux only");
        string disk = Directory.CreateDirectory(At("disk")).FullName;
        Assert.SkipUnless(Command.Run("mount", ["-t", "tmpfs", "-o", "size=64k", "battery", disk]).ExitCode == 0, "tmpfs cannot be mounted here");
        try
        {
            string file = System.IO.Path.Combine(disk, "recording.txt");
            RecordingFile.Save(Some(), file, overwrites: false);
            string before = File.ReadAllText(file);
            BatteryException problem = Failure(() => RecordingFile.Save(Some(bytes: 100_000), file, overwrites: true));
            Assert.Equal(BatteryError.Io, problem.Code);
            Assert.Equal($"cannot save the recording {file}: no space left on device", problem.Message);
            Assert.Equal(before, File.ReadAllText(file));
            Assert.Equal([file], Directory.EnumerateFileSystemEntries(disk));
        }
        finally
        {
            Command.Run("umount", [disk]);
        }
    }

    [Fact]
    public void Open_and_Save_refuse_at_once_what_is_not_a_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Windows has no such files");
        Assert.Equal(0, Command.Run("mkfifo", [At("pipe")]).ExitCode);
        File.CreateSymbolicLink(At("link"), At("pipe"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At("socket")));
        foreach (string path in (string[])[At("pipe"), At("link"), At("socket"), "/dev/null", "/dev/zero"])
        {
            foreach (Action use in (Action[])[() => RecordedSources.Open(path), () => RecordingFile.Save(Some(), path, overwrites: true)])
            {
                BatteryException problem = Failure(use);
                Assert.Equal(BatteryError.InvalidArgument, problem.Code);
                Assert.EndsWith($"{path}: it is a pipe, a socket or a device; give a file", problem.Message, StringComparison.Ordinal);
            }
        }

        Assert.True(FileKind.IsPipe(At("link")));
        Assert.False(FileKind.IsPipe("/dev/null"));
    }

    [Fact]
    public void Open_says_that_another_program_has_locked_the_file()
    {
        RecordingFile.Save(Some(), Path, overwrites: false);
        using FileStream held = new(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        BatteryException problem = Failure(() => RecordedSources.Open(Path));
        Assert.Equal(
            (BatteryError.Io, $"cannot open the recording {Path}: another program has locked it; close it there first"), (problem.Code, problem.Message));
    }

    [Fact]
    public void Save_refuses_what_could_not_be_opened_again()
    {
        BatteryException problem = Failure(() => RecordingFile.Save(Some(bytes: RecordingLimits.MaxSize), Path, overwrites: false));
        Assert.Contains("longer than 4 MB", problem.Message, StringComparison.Ordinal);
        Recording many = Some();
        for (int i = 0; i < RecordingLimits.MaxAnswers; i++)
        {
            many.Devices[0].TryAdd($"a{i}", new(5));
        }

        Assert.Contains("1000 answers", Failure(() => RecordingFile.Save(many, Path, overwrites: false)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void Save_refuses_a_directory()
    {
        BatteryException problem = Failure(() => RecordingFile.Save(Some(), _folder.FullName, overwrites: true));
        Assert.Equal(BatteryError.PermissionDenied, problem.Code);
        Assert.EndsWith(": it is a directory; give a file", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_reports_a_missing_directory()
    {
        BatteryException problem = Failure(() => RecordingFile.Save(Some(), At("none/file"), overwrites: true));
        Assert.Equal(BatteryError.NotFound, problem.Code);
        Assert.EndsWith(": its directory does not exist", problem.Message, StringComparison.Ordinal);
    }

    private static BatteryException Failure(Action use) => Assert.Throws<BatteryException>(use);

    private static Recording Some(bool keepsSerialNumbers = false, int bytes = 100)
    {
        var device = new RecordedDevice("BAT0");
        device.Responses.Add(("uevent", new(Enumerable.Repeat((byte)'x', bytes).ToArray())));
        return new(Recording.Linux, [device], keepsSerialNumbers);
    }

    private string At(string name) => System.IO.Path.Combine(_folder.FullName, name);
}
