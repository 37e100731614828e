using Battery.Core.Model;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Recordings;

/// <summary>The file of a recording.</summary>
public static class RecordingFile
{
    // Half of what has been read within the memory that the library's collector may reserve.
    private const long MaxSize = 4 << 20;

    // Lines, elements of XML, items of text: what each becomes takes far more memory than it has bytes.
    private const int MaxParts = 250_000;
    private const string Advice = "of a Mac's registry give what 'ioreg -arn AppleSmartBattery' prints";

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
            using SafeFileHandle file = Create(path, overwrites);
            Write(bytes, file, overwrites ? null : path);
        }
        catch (Exception problem) when (IsFileError(problem))
        {
            throw ToBatteryException($"cannot save the recording {path}", problem);
        }
    }

    /// <summary>The bytes of a recording.</summary>
    /// <exception cref="BatteryException">It is no file, or too long; other failures are the framework's, for <see cref="ToBatteryException"/>.</exception>
    public static byte[] Load(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        long length = RandomAccess.GetLength(file);
        if (length > MaxSize)
        {
            throw new BatteryException(BatteryError.InvalidData, $"it is longer than {MaxSize >> 20} MB, and no recording is as long; {Advice}");
        }

        byte[] bytes = new byte[length];
        ReadOnlySpan<byte> read = bytes.AsSpan(0, RandomAccess.Read(file, bytes, fileOffset: 0));
        if (read.Count((byte)'\n') + read.Count((byte)'<') + read.Count((byte)',') > MaxParts)
        {
            throw new BatteryException(BatteryError.InvalidData, $"it has more than {MaxParts} lines and values, and no recording has as many; {Advice}");
        }

        return read.ToArray();
    }

    /// <summary>Whether an exception is one of those that <see cref="ToBatteryException"/> has a sentence for.</summary>
    public static bool IsFileError(Exception problem) => problem is BatteryException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>What went wrong with a file, in a sentence of ours: the framework's are not in the library.</summary>
    public static BatteryException ToBatteryException(string failure, Exception problem) => problem switch
    {
        BatteryException known => new(known.Code, $"{failure}: {known.Message}"),
        FileNotFoundException or DirectoryNotFoundException => new(BatteryError.NotFound, $"{failure}: there is no such file or folder"),
        UnauthorizedAccessException => new(BatteryError.PermissionDenied, $"{failure}: permission denied, or it is a folder"),
        ArgumentException => new(BatteryError.InvalidArgument, $"{failure}: that is no path of a file"),
        NotSupportedException => new(BatteryError.InvalidArgument, $"{failure}: it is no file that can be read twice; give a file, not a pipe"),
        _ => new(BatteryError.Io, $"{failure}: the system answered with error 0x{problem.HResult:X8}"),
    };

    private static SafeFileHandle Create(string path, bool overwrites)
    {
        try
        {
            return File.OpenHandle(path, overwrites ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException) when (!overwrites && File.Exists(path))
        {
            throw new BatteryException(BatteryError.AlreadyExists, "the file is there already; give another name, or have it overwritten");
        }
    }

    // Half a recording, as on a full disk, is none.
    private static void Write(byte[] bytes, SafeFileHandle file, string? made)
    {
        try
        {
            RandomAccess.Write(file, bytes, fileOffset: 0);
        }
        catch (IOException) when (made is not null)
        {
            File.Delete(made);
            throw;
        }
    }
}
