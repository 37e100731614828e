using System.Buffers.Binary;
using Battery.Core.Recordings;

namespace Battery.Core.Windows.Recordings;

/// <summary>A port as it was recorded. What was not recorded is what the driver does not support.</summary>
internal sealed class RecordedPort(RecordedDevice device) : IBatteryPort
{
    public string Path => device.Name;

    public int QueryTag(out uint tag)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        bytes.Clear();
        int error = Answer(MachineQuestions.Tag, bytes, out _);
        tag = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return error;
    }

    public int QueryInformation(uint tag, BatteryInformationLevel level, Span<byte> answer, out int length) =>
        Answer(MachineQuestions.NameOf(level), answer, out length);

    public int QueryStatus(uint tag, Span<byte> answer, out int length) => Answer(MachineQuestions.Status, answer, out length);

    public void Release()
    {
        // Nothing is open.
    }

    private int Answer(string question, Span<byte> answer, out int length)
    {
        length = 0;
        return device[question] is { } recorded ? recorded.CopyTo(answer, out length) : Win32Error.InvalidFunction;
    }
}
