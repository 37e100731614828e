using Battery.Core.Model;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Recordings;

/// <summary>The file of a recording.</summary>
public static class RecordingFile
{
    // A whole Mac's registry is 20 MB.
    private const long MaxSize = 64 << 20;

    /// <summary>Writes a recording.</summary>
    /// <param name="recording">What is written.</param>
    /// <param name="path">The file.</param>
    /// <param name="overwrites">Whether a file that is there is overwritten.</param>
    /// <exception cref="BatteryException">It cannot be written.</exception>
    public static void Save(Recording recording, string path, bool overwrites)
    {
        byte[] bytes = RecordingWriter.Write(recording, DateTime.UtcNow);
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, overwrites ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            RandomAccess.Write(file, bytes, fileOffset: 0);
        }
        catch (IOException) when (!overwrites && File.Exists(path))
        {
            throw new BatteryException(BatteryError.AlreadyExists, $"cannot save the recording {path}: the file is there already; give another name, or have it overwritten");
        }
        catch (Exception problem) when (IsOfFile(problem))
        {
            throw Explain($"cannot save the recording {path}", problem);
        }
    }

    /// <summary>The bytes of a recording.</summary>
    /// <exception cref="BatteryException">It is no file, or too long; other failures are the framework's, for <see cref="Explain"/>.</exception>
    public static byte[] Load(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        long length = RandomAccess.GetLength(file);
        if (length > MaxSize)
        {
            throw new BatteryException(BatteryError.InvalidData, $"it is longer than {MaxSize >> 20} MB, and no recording is as long");
        }

        byte[] bytes = new byte[length];
        return bytes.AsSpan(0, RandomAccess.Read(file, bytes, fileOffset: 0)).ToArray();
    }

    /// <summary>Whether an exception is one of those that <see cref="Explain"/> has a sentence for.</summary>
    public static bool IsOfFile(Exception problem) => problem is BatteryException or IOException or UnauthorizedAccessException;

    /// <summary>What went wrong with a file, in a sentence of ours: the framework's are not in the library.</summary>
    public static BatteryException Explain(string failure, Exception problem) => problem switch
    {
        BatteryException known => new(known.Code, $"{failure}: {known.Message}"),
        FileNotFoundException or DirectoryNotFoundException => new(BatteryError.NotFound, $"{failure}: there is no such file or folder"),
        UnauthorizedAccessException => new(BatteryError.PermissionDenied, $"{failure}: permission denied, or it is a folder"),
        _ => new(BatteryError.Io, $"{failure}: the system answered with error 0x{problem.HResult:X8}"),
    };
}
