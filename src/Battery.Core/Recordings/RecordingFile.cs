using Battery.Core.Model;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Recordings;

/// <summary>The file of a recording.</summary>
public static class RecordingFile
{
    // Half of what the library can read with the memory that its collector may reserve.
    private const long MaxSize = 4 << 20;

    // Lines, XML elements, items of text: the object of each takes far more memory than its bytes.
    private const int MaxParts = 250_000;
    private const string Advice = "for a Mac's registry give the output of 'ioreg -arn AppleSmartBattery'";

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
    /// <exception cref="BatteryException">It is not a file, or too long; for other exceptions see <see cref="ToBatteryException"/>.</exception>
    public static byte[] Load(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        long length = RandomAccess.GetLength(file);
        if (length > MaxSize)
        {
            throw new BatteryException(BatteryError.InvalidData, $"it is longer than {MaxSize >> 20} MB, which is too long for a recording; {Advice}");
        }

        byte[] bytes = new byte[length];
        ReadOnlySpan<byte> read = bytes.AsSpan(0, RandomAccess.Read(file, bytes, fileOffset: 0));
        if (read.Count((byte)'\n') + read.Count((byte)'<') + read.Count((byte)',') > MaxParts)
        {
            throw new BatteryException(BatteryError.InvalidData, $"it has more than {MaxParts} lines and values, which is too many for a recording; {Advice}");
        }

        return read.ToArray();
    }

    /// <summary>Whether <see cref="ToBatteryException"/> has a message for an exception.</summary>
    public static bool IsFileError(Exception problem) =>
        problem is BatteryException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Converts an exception of a file. The framework's own messages are not in the library.</summary>
    public static BatteryException ToBatteryException(string failure, Exception problem) => problem switch
    {
        BatteryException known => new(known.Code, $"{failure}: {known.Message}"),
        FileNotFoundException or DirectoryNotFoundException => new(BatteryError.NotFound, $"{failure}: it does not exist"),
        UnauthorizedAccessException => new(BatteryError.PermissionDenied, $"{failure}: permission denied, or it is a directory"),
        ArgumentException => new(BatteryError.InvalidArgument, $"{failure}: the path is invalid"),
        NotSupportedException => new(BatteryError.InvalidArgument, $"{failure}: it cannot be read twice; give a file, not a pipe"),
        _ => new(BatteryError.Io, $"{failure}: the system reported error 0x{problem.HResult:X8}"),
    };

    private static SafeFileHandle Create(string path, bool overwrites)
    {
        try
        {
            return File.OpenHandle(path, overwrites ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException) when (!overwrites && File.Exists(path))
        {
            throw new BatteryException(BatteryError.AlreadyExists, "the file exists already; give another name, or overwrite it");
        }
    }

    // An incomplete recording, for example on a full disk, is deleted.
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
