using System.Globalization;
using Battery.Core.Model;
using Battery.Core.Sources;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Recordings;

/// <summary>The file of a recording.</summary>
public static class RecordingFile
{
    /// <summary>
    /// Writes a recording to a temporary file beside the target, which it then replaces: a failure leaves the target unchanged,
    /// and so is what a symbolic or hard link refers to.
    /// </summary>
    /// <param name="recording">What is written. A file with serial numbers can be read by its owner only.</param>
    /// <param name="path">The file.</param>
    /// <param name="overwrites">Whether an existing file is replaced.</param>
    /// <exception cref="BatteryException">It cannot be written.</exception>
    public static void Save(Recording recording, string path, bool overwrites)
    {
        string failure = $"cannot save the recording {path}";
        try
        {
            string whole = Path.GetFullPath(path);
            Check(whole, overwrites);
            Write(RecordingWriter.Write(recording, SystemClock.UtcNow), whole, overwrites, isPrivate: recording.KeepsSerialNumbers);
        }
        catch (Exception problem) when (FileProblem.IsKnown(problem))
        {
            throw FileProblem.ToBatteryException(failure, problem);
        }
    }

    /// <summary>The bytes of a recording.</summary>
    /// <exception cref="BatteryException">It is too large; for other exceptions see <see cref="FileProblem"/>.</exception>
    public static byte[] Load(string path)
    {
        RefuseSpecial(path);
        using SafeFileHandle file = File.OpenHandle(path);
        long length = RandomAccess.GetLength(file);
        RecordingLimits.CheckSize(length);
        byte[] bytes = new byte[length];
        int read = 0;
        for (int more = -1; more != 0 && read < bytes.Length; read += more)
        {
            more = RandomAccess.Read(file, bytes.AsSpan(read), read);
        }

        // The file may have become shorter.
        Array.Resize(ref bytes, read);
        RecordingLimits.CheckParts(bytes);
        return bytes;
    }

    private static void Check(string path, bool overwrites)
    {
        RefuseSpecial(path);
        if (!overwrites && Exists(path))
        {
            throw AlreadyExists();
        }

        if (Path.GetFileName(path).Length == 0 || Directory.Exists(path))
        {
            throw new BatteryException(BatteryError.PermissionDenied, "it is a directory; give a file");
        }
    }

    private static void RefuseSpecial(string path)
    {
        if (FileKind.IsSpecial(path))
        {
            throw new NotSupportedException();
        }
    }

    private static void Write(ReadOnlySpan<byte> bytes, string path, bool overwrites, bool isPrivate)
    {
        // A name of its own without random numbers: the runtime keeps their device open in the process from the first one on.
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $".{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{Environment.TickCount64}.tmp");
        string temporary = Path.Combine(Path.GetDirectoryName(path)!, name);

        // Outside of the block that deletes it: a file that exists already is another's.
        var file = new FileStream(temporary, Options(isPrivate));
        try
        {
            using (file)
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            Rename(temporary, path, overwrites);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStreamOptions Options(bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    // Another program may have made the file in the meantime.
    private static void Rename(string temporary, string path, bool overwrites)
    {
        try
        {
            File.Move(temporary, path, overwrites);
        }
        catch (IOException) when (!overwrites && Exists(path))
        {
            throw AlreadyExists();
        }
    }

    // A symbolic link to nothing exists, too.
    private static bool Exists(string path) => File.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static BatteryException AlreadyExists() => new(BatteryError.AlreadyExists, "the file exists already; give another name, or overwrite it");
}
