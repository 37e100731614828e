using System.Buffers;
using System.Globalization;
using System.Text;
using Battery.Core.Model;

namespace Battery.Core.Recordings;

/// <summary>Writes a recording as a file.</summary>
internal static class RecordingWriter
{
    private const int BytesInLine = 16;

    /// <summary>The bytes of the file.</summary>
    /// <param name="recording">What is written.</param>
    /// <param name="recorded">When it was recorded, UTC.</param>
    /// <exception cref="BatteryException">It is larger than what can be opened again.</exception>
    public static ReadOnlySpan<byte> Write(Recording recording, DateTime recorded)
    {
        var file = new ArrayBufferWriter<byte>();
        Line(file, RecordingFormat.Signature, RecordingFormat.Version);
        Line(file, RecordingFormat.System, Encoding.UTF8.GetBytes(recording.System));
        Line(file, RecordingFormat.Recorded, Day(recorded));
        Line(file, RecordingFormat.SerialNumbers, recording.KeepsSerialNumbers ? RecordingFormat.Kept : RecordingFormat.Masked);
        if (recording.Devices.Count > RecordingLimits.MaxDevices)
        {
            throw new BatteryException(BatteryError.InvalidData, $"the machine has more than {RecordingLimits.MaxDevices} devices");
        }

        var names = new HashSet<string>();
        var numbers = new Dictionary<string, int>();
        foreach (RecordedDevice device in recording.Devices)
        {
            Write(file, device, UniqueName(device.Name, names, numbers));
            RecordingLimits.CheckSize(file.WrittenCount);
        }

        file.Write("\n"u8);
        Line(file, RecordingFormat.End);
        RecordingLimits.CheckSize(file.WrittenCount);
        RecordingLimits.CheckParts(file.WrittenSpan);
        return file.WrittenSpan;
    }

    // The services of a Mac have the same name, and masked names can be equal; a reader refuses two devices with the same name.
    private static string UniqueName(string name, HashSet<string> names, Dictionary<string, int> numbers)
    {
        string unique = name;
        while (!names.Add(unique))
        {
            numbers[name] = numbers.GetValueOrDefault(name, defaultValue: 1) + 1;
            unique = $"{name}-{numbers[name]}";
        }

        return unique;
    }

    private static void Write(ArrayBufferWriter<byte> file, RecordedDevice device, string name)
    {
        if (device.Responses.Count > RecordingLimits.MaxAnswers)
        {
            throw new BatteryException(BatteryError.InvalidData, $"the device {PlainText.Clean(name)} has more than {RecordingLimits.MaxAnswers} answers");
        }

        file.Write("\n"u8);
        file.Write(RecordingFormat.Device);
        file.Write(" "u8);
        EscapedText.EncodeWord(name, file);
        file.Write("\n"u8);
        foreach ((string key, RecordedResponse answer) in device.Responses)
        {
            file.Write(RecordingFormat.Answer);
            file.Write(" "u8);
            EscapedText.EncodeWord(key, file);
            file.Write(" "u8);
            Write(file, answer);
        }
    }

    private static void Write(ArrayBufferWriter<byte> file, RecordedResponse answer)
    {
        if (answer.Error != 0)
        {
            Line(file, RecordingFormat.Error, Encoding.ASCII.GetBytes(Number(answer.Error)));
        }
        else if (IsText(answer.Bytes))
        {
            Line(file, RecordingFormat.Text);
            EscapedText.Encode(answer.Bytes, RecordingFormat.Indent, file);
        }
        else
        {
            Line(file, RecordingFormat.Hex);
            WriteHex(file, answer.Bytes);
        }
    }

    private static void WriteHex(ArrayBufferWriter<byte> file, ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            file.Write(i % BytesInLine == 0 ? RecordingFormat.Indent : []);
            (byte high, byte low) = HexDigits.Of(bytes[i]);
            file.Write([high, low]);
            file.Write(i % BytesInLine == BytesInLine - 1 || i == bytes.Length - 1 ? "\n"u8 : []);
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
    private static byte[] Day(DateTime moment) =>
        Encoding.ASCII.GetBytes(string.Concat(Number(moment.Year), "-", Number(100 + moment.Month)[1..], "-" + Number(100 + moment.Day)[1..]));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(ArrayBufferWriter<byte> file, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default)
    {
        file.Write(first);
        file.Write(second.IsEmpty ? [] : " "u8);
        file.Write(second);
        file.Write("\n"u8);
    }
}
