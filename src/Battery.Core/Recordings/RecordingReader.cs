using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Battery.Core.Model;

namespace Battery.Core.Recordings;

/// <summary>Reads a recording. Lines that begin with <c>#</c> are comments; unknown words of the header are ignored.</summary>
internal sealed class RecordingReader
{
    // More than any machine has; each takes far more memory than its line.
    private const int MaxDevices = 1_000;

    private readonly string[] _lines;
    private readonly List<RecordedDevice> _devices = [];
    private string? _system;
    private bool _keepsSerialNumbers;
    private int _next;

    private RecordingReader(string[] lines) => _lines = lines;

    /// <summary>Whether a file begins like a recording.</summary>
    public static bool IsRecording(ReadOnlySpan<byte> file) =>
        file.TrimStart(" \t\r\n"u8).StartsWith(Encoding.ASCII.GetBytes(RecordingFormat.Signature + " "));

    /// <summary>Reads a recording.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <exception cref="BatteryException">It is damaged, or of a later version.</exception>
    public static Recording Read(ReadOnlySpan<byte> file) => new RecordingReader(Encoding.Latin1.GetString(file).Split('\n')).Read();

    private Recording Read()
    {
        string version = NextLine() is [RecordingFormat.Signature, var first] ? first : throw Damaged("a recording begins with 'battery-recording 1'");
        if (version != RecordingFormat.Version)
        {
            throw Damaged($"it is of version {version}, and this library knows version {RecordingFormat.Version}; use a later library");
        }

        for (string[]? line = NextLine(); line is not [RecordingFormat.End]; line = NextLine())
        {
            switch (line)
            {
                case null:
                    throw Damaged("it ends without the line 'end': a part is missing");
                case [RecordingFormat.System, var system]:
                    _system = system;
                    break;
                case [RecordingFormat.SerialNumbers, var serialNumbers]:
                    _keepsSerialNumbers = serialNumbers == RecordingFormat.Kept;
                    break;
                case [RecordingFormat.Device, _] when _devices.Count == MaxDevices:
                    throw Damaged($"it has more than {MaxDevices} devices, which is too many for a recording");
                case [RecordingFormat.Device, var name]:
                    _devices.Add(new(Word(name)));
                    break;
                case [RecordingFormat.Answer, var question, RecordingFormat.Text]:
                    Add(question, new(Text()));
                    break;
                case [RecordingFormat.Answer, var question, RecordingFormat.Hex]:
                    Add(question, new(Hex()));
                    break;
                case [RecordingFormat.Answer, var question, RecordingFormat.Error, var number]:
                    Add(question, new(Error(number)));
                    break;
                case [RecordingFormat.Device or RecordingFormat.Answer, ..]:
                    throw Damaged("after 'device' comes a name, after 'answer' a name and then 'text', 'hex' or 'error' and its number");
                default:
                    break;
            }
        }

        return new(_system ?? throw Damaged("it has no line 'system'"), _devices, _keepsSerialNumbers);
    }

    private void Add(string question, RecordedResponse answer)
    {
        RecordedDevice device = _devices.Count > 0 ? _devices[^1] : throw Damaged("an 'answer' comes before any device");
        device.Responses.Add((Word(question), answer));
    }

    private int Error(string number) =>
        int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int error) && error != 0
            ? error
            : throw Damaged("an error is a number other than 0");

    private ReadOnlySpan<byte> Text()
    {
        var bytes = new List<byte>();
        while (IndentedLine() is { } line)
        {
            if (!EscapedText.TryDecode(line, bytes))
            {
                throw Damaged("a backslash is followed by xNN, by another one, or by the end of the answer");
            }
        }

        return CollectionsMarshal.AsSpan(bytes);
    }

    private ReadOnlySpan<byte> Hex()
    {
        var bytes = new List<byte>();
        while (IndentedLine() is { } line)
        {
            try
            {
                foreach (byte value in Convert.FromHexString(line.Replace(" ", string.Empty, StringComparison.Ordinal)))
                {
                    bytes.Add(value);
                }
            }
            catch (FormatException)
            {
                throw Damaged("bytes are pairs of hexadecimal digits");
            }
        }

        return CollectionsMarshal.AsSpan(bytes);
    }

    private string Word(string word) =>
        EscapedText.TryDecodeWord(word, out string text) ? text : throw Damaged("a backslash is followed by xNN or by another one");

    private string? IndentedLine()
    {
        bool isContent = _next < _lines.Length && _lines[_next].StartsWith(RecordingFormat.Indent, StringComparison.Ordinal);
        return isContent ? _lines[_next++][RecordingFormat.Indent.Length..].TrimEnd('\r') : null;
    }

    // The words of the next line that is not empty or a comment, or null at the end.
    private string[]? NextLine()
    {
        while (_next < _lines.Length)
        {
            string line = _lines[_next++].TrimEnd();
            if (line.Length > 0 && line[0] != '#')
            {
                return line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return null;
    }

    private BatteryException Damaged(string problem) => new(BatteryError.InvalidData, $"line {_next}: {problem}");
}
