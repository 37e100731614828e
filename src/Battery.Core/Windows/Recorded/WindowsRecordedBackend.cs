using System.Buffers.Binary;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Recorded;

/// <summary>A Windows machine as it was recorded.</summary>
internal sealed class WindowsRecordedBackend(Recording recording) : IWindowsBackend
{
    public List<IBatteryClassDevice> ListDevices()
    {
        var ports = new List<IBatteryClassDevice>();
        foreach (RecordedDevice device in recording.Devices)
        {
            if (device.Name != WindowsRecordingKeys.Machine)
            {
                ports.Add(new RecordedBatteryDevice(device));
            }
        }

        return ports;
    }

    public int QueryPowerStatus(Span<byte> answer)
    {
        // A recording without it leaves external power unknown, which the structure has a mark for.
        answer.Fill(byte.MaxValue);
        RecordedDevice? machine = recording.Devices.Find(static device => device.Name == WindowsRecordingKeys.Machine);
        return machine?[WindowsRecordingKeys.PowerStatus] is { } recorded ? recorded.CopyTo(answer, out _) : Win32Error.None;
    }

    public IChangeNotifier OpenNotifier() => new NullChangeNotifier();
}

/// <summary>A port as it was recorded. What was not recorded is what the driver does not support.</summary>
internal sealed class RecordedBatteryDevice(RecordedDevice device) : IBatteryClassDevice
{
    public string Path => device.Name;

    public int QueryTag(out uint tag)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        bytes.Clear();
        int error = Answer(WindowsRecordingKeys.Tag, bytes, out _);
        tag = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return error;
    }

    public int QueryInformation(uint tag, BatteryInformationLevel level, Span<byte> answer, out int length) =>
        Answer(WindowsRecordingKeys.NameOf(level), answer, out length);

    public int QueryStatus(uint tag, Span<byte> answer, out int length) => Answer(WindowsRecordingKeys.Status, answer, out length);

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
