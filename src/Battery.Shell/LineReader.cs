namespace Battery.Shell;

/// <summary>Reads lines in a way that Ctrl+C can leave.</summary>
/// <remarks>
/// A read of a terminal cannot be cancelled, so it runs on a thread of its own. One that was left goes on, and its
/// line goes to the next call; the terminal has thrown away what was typed before Ctrl+C, so nothing stale is in it.
/// </remarks>
internal sealed class LineReader
{
    private readonly TextReader _reader;
    private Task<string?>? _pending;

    /// <summary>Makes a reader of lines.</summary>
    /// <param name="reader">Where the lines come from.</param>
    internal LineReader(TextReader reader) => _reader = reader;

    /// <summary>Makes a reader of standard input.</summary>
    /// <returns>The reader.</returns>
    internal static LineReader OfStandardInput()
    {
        if (Console.IsInputRedirected || OperatingSystem.IsWindows())
        {
            return new LineReader(Console.In);
        }

        // On Unix Console.ReadLine is a line editor of .NET's own that keeps the text typed before Ctrl+C and would
        // run it with the next line. Reading the descriptor leaves editing, and its clearing, to the terminal.
        var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(0, ownsHandle: false);
        return new LineReader(new StreamReader(new FileStream(handle, FileAccess.Read, bufferSize: 0), Console.InputEncoding));
    }

    /// <summary>Reads a line.</summary>
    /// <param name="cancellation">Leaves the read.</param>
    /// <returns>The line, or null at the end of input.</returns>
    /// <exception cref="OperationCanceledException">The read was left.</exception>
    internal string? ReadLine(CancellationToken cancellation)
    {
        _pending ??= Task.Factory.StartNew(
            _reader.ReadLine, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _pending.Wait(cancellation);
        string? line = _pending.Result;
        _pending = null;
        return line;
    }
}
