using Battery.Core.Linux.Live;
using Battery.Core.Linux.Native;
using Battery.Core.Posix;

namespace Battery.Core.Tests.Linux.Live;

/// <summary>A file of sysfs stays open between readings, and if its descriptor is reused, no other file is read or closed.</summary>
[Collection("Serial")]
public sealed class CachedDescriptorTests
{
    // Any file of sysfs; batteries' are no different.
    private const string OfSysfs = "/sys/class/net/lo/uevent";

    private readonly byte[] _buffer = new byte[8192];

    public CachedDescriptorTests() => Assert.SkipUnless(File.Exists(OfSysfs), $"there is no {OfSysfs}");

    [Fact]
    public void Read_keeps_a_file_of_sysfs_open_from_the_second_time_until_Dispose()
    {
        using SysfsFile file = Sysfs();
        string text = Read(file);
        Assert.Empty(Open(OfSysfs));
        Assert.Equal(text, Read(file));
        int kept = Assert.Single(Open(OfSysfs));
        Assert.Equal(text, Read(file));
        Assert.Equal([kept], Open(OfSysfs));
        file.Dispose();
        Assert.Empty(Open(OfSysfs));
        Assert.Equal(text, Read(file));
    }

    [Fact]
    public void Read_does_not_keep_other_files_open()
    {
        string path = Path.GetTempFileName();
        using var file = new SysfsFile(SysfsPath.Of(path));
        for (int i = 0; i < 3; i++)
        {
            File.WriteAllText(path, $"{i}\n");
            Assert.Equal($"{i}\n", Read(file));
        }

        Assert.Empty(Open(path));
        File.Delete(path);
    }

    [Fact]
    public void Read_leaves_a_descriptor_alone_that_the_program_closed_and_reuses()
    {
        using SysfsFile file = Sysfs();
        string text = Read(file);
        Read(file);
        int kept = Assert.Single(Open(OfSysfs));
        FileDescriptors.Close(kept);
        // An open file gets the lowest free number, and the runtime may have freed a lower one meanwhile.
        List<int> opened = [];
        int theirs;
        do
        {
            theirs = LibC.Open(SysfsPath.Of("/proc/self/status"), LibC.ReadOnly);
            opened.Add(theirs);
        }
        while (theirs < kept && theirs >= 0);
        Assert.Equal(kept, theirs);
        Assert.Equal(text, Read(file));
        file.Dispose();
        Assert.True(FileDescriptors.TryIdentify(theirs, out _), "the program's file was closed");
        opened.ForEach(FileDescriptors.Close);
    }

    [Fact]
    public void Read_keeps_at_most_64_files_open()
    {
        SysfsFile[] files = [.. Enumerable.Range(0, 200).Select(static _ => Sysfs())];
        foreach (SysfsFile file in files)
        {
            Read(file);
            Read(file);
        }

        Assert.InRange(Open(OfSysfs).Count(), 1, 64);
        Array.ForEach(files, static file => file.Dispose());
        Assert.Empty(Open(OfSysfs));
    }

    private static SysfsFile Sysfs() => new(SysfsPath.Of(OfSysfs));

    private static IEnumerable<int> Open(string path)
    {
        string real = new FileInfo(path).FullName;
        string inode = Path.Combine(
            new DirectoryInfo(Path.GetDirectoryName(real)!).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetDirectoryName(real)!,
            Path.GetFileName(real));
        return [.. Directory.EnumerateFiles("/proc/self/fd").Where(link => new FileInfo(link).LinkTarget is { } target
            && target == inode).Select(static link => int.Parse(Path.GetFileName(link), null))];
    }

    private string Read(SysfsFile file)
    {
        int length = file.Read(_buffer, out int error);
        Assert.True(length >= 0, $"error {error}");
        return System.Text.Encoding.ASCII.GetString(_buffer, 0, length);
    }
}
