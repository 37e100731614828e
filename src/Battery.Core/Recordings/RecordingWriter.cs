using System.Globalization;
using System.Text;

namespace Battery.Core.Recordings;

/// <summary>Writes a recording as a file.</summary>
internal static class RecordingWriter
{
    private const int BytesInLine = 16;

    /// <summary>The bytes of the file.</summary>
    /// <param name="recording">What is written.</param>
    /// <param name="recorded">When it was recorded, UTC.</param>
    public static byte[] Write(Recording recording, DateTime recorded)
    {
        var text = new StringBuilder();
        Line(text, RecordingFormat.Signature, RecordingFormat.Version);
        Line(text, RecordingFormat.System, recording.System);
        Line(text, RecordingFormat.Recorded, Day(recorded));
        Line(text, RecordingFormat.SerialNumbers, recording.KeepsSerialNumbers ? RecordingFormat.Kept : RecordingFormat.Masked);
        foreach (RecordedDevice device in recording.Devices)
        {
            text.Append('\n');
            Line(text, RecordingFormat.Device, EscapedText.EncodeWord(device.Name));
            foreach ((string question, RecordedResponse answer) in device.Responses)
            {
                Write(text, EscapedText.EncodeWord(question), answer);
            }
        }

        text.Append('\n');
        Line(text, RecordingFormat.End);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, string question, RecordedResponse answer)
    {
        if (answer.Error != 0)
        {
            Line(text, RecordingFormat.Answer, question, RecordingFormat.Error, Number(answer.Error));
            return;
        }

        byte[] bytes = answer.Bytes.ToArray();
        bool isText = IsText(bytes);
        Line(text, RecordingFormat.Answer, question, isText ? RecordingFormat.Text : RecordingFormat.Hex);
        foreach (string line in isText ? EscapedText.Encode(bytes) : HexLines(bytes))
        {
            text.Append(RecordingFormat.Indent);
            Line(text, line);
        }
    }

    private static IEnumerable<string> HexLines(byte[] bytes)
    {
        for (int start = 0; start < bytes.Length; start += BytesInLine)
        {
            yield return Convert.ToHexString(bytes, start, Math.Min(BytesInLine, bytes.Length - start));
        }
    }

    // Firmware strings with a few unprintable bytes are more readable as text, structures as bytes.
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        int printable = 0;
        foreach (byte value in bytes)
        {
            printable += value is (byte)'\n' or (>= 0x20 and < 0x7F) ? 1 : 0;
        }

        return printable >= bytes.Length / 2;
    }

    // Not by the framework's formatting of dates, which would make the library an eighth larger.
    private static string Day(DateTime moment) =>
        string.Concat(Number(moment.Year), "-", Number(100 + moment.Month)[1..], "-" + Number(100 + moment.Day)[1..]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, params ReadOnlySpan<string> words) => text.AppendJoin(' ', words).Append('\n');
}
