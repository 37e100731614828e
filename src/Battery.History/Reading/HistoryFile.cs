using System.Text;

namespace Battery.History.Reading;

/// <summary>An open file of a history, and how much of it was read.</summary>
internal sealed class HistoryFile : IDisposable
{
    private readonly Stream _stream;

    private HistoryFile(string path, Stream stream)
    {
        Path = path;
        _stream = stream;
        Text = new StreamReader(stream, GuessEncoding(stream), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
    }

    public string Path { get; }

    public StreamReader Text { get; }

    /// <summary>The number of the line that ReadLine returned last.</summary>
    public long Line { get; private set; }

    public double Progress => _stream is { CanSeek: true, Length: > 0 } ? Math.Min(1, (double)_stream.Position / _stream.Length) : 0;

    public static HistoryFile Open(string path) =>
        new(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan));

    /// <summary>Reads a stream, for example the output of a program.</summary>
    public static HistoryFile Of(string name, Stream stream) => new(name, stream);

    public string? ReadLine()
    {
        string? line = Text.ReadLine();
        Line += line is null ? 0 : 1;
        return line;
    }

    public void Dispose() => Text.Dispose();

    // Redirection on Windows can write UTF-16 without a byte order mark.
    private static Encoding GuessEncoding(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return Encoding.UTF8;
        }

        Span<byte> start = stackalloc byte[2];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return length < 2 ? Encoding.UTF8
            : start is [not 0, 0] ? Encoding.Unicode
            : start is [0, not 0] ? Encoding.BigEndianUnicode
            : Encoding.UTF8;
    }
}
