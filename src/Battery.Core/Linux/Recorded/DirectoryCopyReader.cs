using Battery.Core.Linux.Native;
using Battery.Core.Recordings;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Linux.Recorded;

/// <summary>Reads a copy of a <c>power_supply</c> directory by functions that every system has.</summary>
internal static class DirectoryCopyReader
{
    /// <summary>Reads all files once.</summary>
    /// <param name="path">The directory that contains a directory for each supply.</param>
    public static Recording Read(string path) => new(
        Recording.Linux,
        Directory.Exists(path) ? [.. Array.ConvertAll(Directory.GetDirectories(path), ReadSupply)] : [],
        KeepsSerialNumbers: true);

    private static RecordedDevice ReadSupply(string folder)
    {
        var device = new RecordedDevice(Path.GetFileName(folder));
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            device.TryAdd(Path.GetFileName(file), ReadFile(file));
        }

        return device;
    }

    private static RecordedResponse ReadFile(string path)
    {
        if (FileKind.IsPipe(path))
        {
            return new(Errno.InputOutput);
        }

        try
        {
            using SafeFileHandle file = File.OpenHandle(path);
            byte[] buffer = new byte[LinuxSupplyReader.BufferSize];
            return new(buffer.AsSpan(0, RandomAccess.Read(file, buffer, fileOffset: 0)));
        }
        catch (UnauthorizedAccessException)
        {
            return new(Errno.AccessDenied);
        }
        catch (IOException)
        {
            return new(Errno.InputOutput);
        }
    }
}
