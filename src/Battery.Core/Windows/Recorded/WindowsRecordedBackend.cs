using System.Buffers.Binary;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Recorded;

/// <summary>A recorded Windows machine.</summary>
internal sealed class WindowsRecordedBackend(Recording recording) : IWindowsBackend
{
    public bool KeepsSerialNumbers => recording.KeepsSerialNumbers;

    public List<IBatteryClassDevice> ListDevices()
    {
        var devices = new List<IBatteryClassDevice>();
        foreach (RecordedDevice device in recording.Devices)
        {
            if (device.Name != WindowsRecordingKeys.Machine)
            {
                devices.Add(new RecordedBatteryDevice(device));
            }
        }

        return devices;
    }

    public int QueryPowerStatus(Span<byte> response)
    {
        // Without it external power is unknown, for which the structure has a sentinel.
        response.Fill(byte.MaxValue);
        RecordedDevice? machine = recording.Devices.Find(static device => device.Name == WindowsRecordingKeys.Machine);
        return machine?[WindowsRecordingKeys.PowerStatus] is { } recorded ? recorded.CopyTo(response, out _) : Win32Error.None;
    }

    public IChangeNotifier OpenNotifier() => new NullChangeNotifier();
}

/// <summary>A recorded device. What was not recorded, the driver did not support.</summary>
internal sealed class RecordedBatteryDevice(RecordedDevice device) : IBatteryClassDevice
{
    public string Path => device.Name;

    public int QueryTag(out uint tag)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        bytes.Clear();
        int error = Respond(WindowsRecordingKeys.Tag, bytes, out _);
        tag = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return error;
    }

    public int QueryInformation(uint tag, BatteryInformationLevel level, Span<byte> response, out int length) =>
        Respond(WindowsRecordingKeys.NameOf(level), response, out length);

    public int QueryStatus(uint tag, Span<byte> response, out int length) => Respond(WindowsRecordingKeys.Status, response, out length);

    public void Release()
    {
        // Nothing is open.
    }

    private int Respond(string request, Span<byte> response, out int length)
    {
        length = 0;
        return device[request] is { } recorded ? recorded.CopyTo(response, out length) : Win32Error.InvalidFunction;
    }
}
