using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Battery.Core.Model;

namespace Battery.Core.Recordings;

/// <summary>
/// Reads a recording. Blank lines and lines that begin with <c>#</c> are ignored everywhere, and so are unknown words of the
/// header. Everything else that is not in the format is an error with its line.
/// </summary>
internal ref struct RecordingReader
{
    private readonly List<RecordedDevice> _devices = [];
    private readonly HashSet<string> _names = [];
    private readonly ArrayBufferWriter<byte> _content = new();
    private TextLines _lines;
    private string? _system;
    private bool _keepsSerialNumbers;
    private bool _isAtEnd;

    // The answer whose lines follow, if one is open.
    private string? _answer;
    private bool _isHex;

    private RecordingReader(ReadOnlySpan<byte> file) => _lines = new(file);

    /// <summary>Whether a file begins like a recording.</summary>
    public static bool IsRecording(ReadOnlySpan<byte> file)
    {
        var lines = new TextLines(file);
        while (lines.MoveNext())
        {
            if (!IsIgnored(lines.Current))
            {
                ReadOnlySpan<byte> line = lines.Current;
                return TextLines.TakeWord(ref line).SequenceEqual(RecordingFormat.Signature);
            }
        }

        return false;
    }

    /// <summary>Reads a recording.</summary>
    /// <param name="file">The text of the file, UTF-8.</param>
    /// <exception cref="BatteryException">It is damaged, or of a later version.</exception>
    public static Recording Read(ReadOnlySpan<byte> file) => new RecordingReader(file).Read();

    private Recording Read()
    {
        ReadVersion();
        while (MoveNext())
        {
            ReadOnlySpan<byte> line = _lines.Current;
            if (_isAtEnd)
            {
                throw Damaged("there is text after the line 'end'");
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                ReadContent(line);
            }
            else
            {
                CloseAnswer();
                ReadHeader(line);
            }
        }

        return !_isAtEnd ? throw Damaged("it ends without the line 'end': a part is missing")
            : new(_system ?? throw Damaged("it has no line 'system'"), _devices, _keepsSerialNumbers);
    }

    private void ReadVersion()
    {
        const string Problem = "a recording begins with 'battery-recording 1'";
        ReadOnlySpan<byte> line = MoveNext() ? _lines.Current : throw Damaged(Problem);
        if (!TextLines.TakeWord(ref line).SequenceEqual(RecordingFormat.Signature) || OnlyWord(line) is not { IsEmpty: false } version)
        {
            throw Damaged(Problem);
        }

        if (!version.SequenceEqual(RecordingFormat.Version))
        {
            throw Damaged($"it is of version {Quoted(version)}, and this library knows version 1; use a later library");
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = line;
        ReadOnlySpan<byte> word = TextLines.TakeWord(ref rest);
        if (word.SequenceEqual(RecordingFormat.Answer))
        {
            ReadAnswer(rest);
        }
        else if (word.SequenceEqual(RecordingFormat.Device))
        {
            AddDevice(OnlyWord(rest));
        }
        else if (word.SequenceEqual(RecordingFormat.System))
        {
            _system = OnlyWord(rest) is { IsEmpty: false } system ? Encoding.UTF8.GetString(system) : _system;
        }
        else if (word.SequenceEqual(RecordingFormat.SerialNumbers))
        {
            _keepsSerialNumbers = OnlyWord(rest).SequenceEqual(RecordingFormat.Kept);
        }
        else if (line.SequenceEqual(RecordingFormat.End))
        {
            _isAtEnd = true;
        }
    }

    private void AddDevice(ReadOnlySpan<byte> word)
    {
        string name = Name(word);
        if (_devices.Count == RecordingLimits.MaxDevices)
        {
            throw Damaged($"it has more than {RecordingLimits.MaxDevices} devices, which is too many for a recording");
        }

        if (!_names.Add(name))
        {
            throw Damaged($"there is a device {Quoted(word)} already; give each a name of its own");
        }

        _devices.Add(new(name));
    }

    private void ReadAnswer(ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> name = TextLines.TakeWord(ref rest);
        string key = Name(name);
        ReadOnlySpan<byte> kind = TextLines.TakeWord(ref rest);
        if (_devices.Count == 0)
        {
            throw Damaged("an 'answer' comes before any device");
        }

        if (_devices[^1].Responses.Count == RecordingLimits.MaxAnswers)
        {
            throw Damaged($"the device has more than {RecordingLimits.MaxAnswers} answers, which is too many for a recording");
        }

        if (_devices[^1][key] is not null)
        {
            throw Damaged($"there is an answer {Quoted(name)} of this device already");
        }

        if (kind.SequenceEqual(RecordingFormat.Error))
        {
            _devices[^1].TryAdd(key, new(Error(OnlyWord(rest))));
            return;
        }

        _isHex = kind.SequenceEqual(RecordingFormat.Hex);
        _answer = (_isHex || kind.SequenceEqual(RecordingFormat.Text)) && rest.IsEmpty ? key : throw BadHeader();
    }

    private readonly void ReadContent(ReadOnlySpan<byte> line)
    {
        if (_answer is null || !IsContent(line))
        {
            throw Damaged(_answer is null
                ? "an indented line is outside of an answer; only lines after 'answer NAME text' and 'answer NAME hex' are indented"
                : "a line of an answer begins with two blanks or a tab");
        }

        line = line[(line.StartsWith(RecordingFormat.Tab) ? RecordingFormat.Tab : RecordingFormat.Indent).Length..];
        if (!(_isHex ? HexDigits.TryDecode(line, _content) : EscapedText.TryDecode(line, _content)))
        {
            throw Damaged(_isHex ? "bytes are pairs of hexadecimal digits" : "a backslash is followed by xNN, by another one, or by the end of the line");
        }
    }

    private void CloseAnswer()
    {
        if (_answer is not null)
        {
            _devices[^1].TryAdd(_answer, new(_content.WrittenSpan));
            _answer = null;
            _content.ResetWrittenCount();
        }
    }

    // Goes to the next line that is not ignored. Blanks alone are a line of an answer's text, and nothing elsewhere.
    private bool MoveNext()
    {
        while (_lines.MoveNext())
        {
            if (_lines.Current.Length > RecordingLimits.MaxLine)
            {
                throw Damaged($"it is longer than {RecordingLimits.MaxLine >> 10} KB; end a line of text in a backslash to continue it in the next one");
            }

            bool isEmptyText = _answer is not null && !_isHex && IsContent(_lines.Current);
            if (isEmptyText || !IsIgnored(_lines.Current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsContent(ReadOnlySpan<byte> line) => line.StartsWith(RecordingFormat.Indent) || line.StartsWith(RecordingFormat.Tab);

    private static bool IsIgnored(ReadOnlySpan<byte> line) => line.Trim(" \t"u8).IsEmpty || line[0] == (byte)'#';

    // The word of a line that has no other; empty if there is none, or more.
    private static ReadOnlySpan<byte> OnlyWord(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> word = TextLines.TakeWord(ref line);
        return line.Trim(" \t"u8).IsEmpty ? word : [];
    }

    private readonly string Name(ReadOnlySpan<byte> word) =>
        word.IsEmpty ? throw BadHeader()
        : EscapedText.TryDecodeWord(word, out string name) ? name
        : throw Damaged("in a name a backslash is followed by xNN or by another one");

    private readonly int Error(ReadOnlySpan<byte> number) =>
        Utf8Parser.TryParse(number, out int error, out int length) && length == number.Length && error != 0
            ? error
            : throw Damaged("an error is a number other than 0");

    private static string Quoted(ReadOnlySpan<byte> word) => PlainText.Clean(Encoding.UTF8.GetString(PlainText.Truncate(word)));

    private readonly BatteryException BadHeader() =>
        Damaged("after 'device' comes a name, after 'answer' a name and then 'text', 'hex' or 'error' and its number");

    private readonly BatteryException Damaged(string problem) => new(BatteryError.InvalidData, $"line {_lines.Number}: {problem}");
}
