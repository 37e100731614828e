using System.Buffers.Binary;
using System.Text;
using Battery.Core.Recordings;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Recorded;

/// <summary>Asks a Windows machine everything that is recorded of it.</summary>
internal static class WindowsRecorder
{
    // The longest answer is a text, of which more than this is cut by every reader.
    private const int MaxAnswer = 1024;

    /// <summary>Records a machine: its state of power, and each port, empty bays too.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="ports">Its ports in their order.</param>
    /// <param name="keepsSerialNumbers">False to mask serial numbers.</param>
    public static Recording Record(IWindowsBackend machine, List<IBatteryClassDevice> ports, bool keepsSerialNumbers)
    {
        List<RecordedDevice> devices = [RecordMachine(machine)];
        foreach (IBatteryClassDevice port in ports)
        {
            devices.Add(RecordPort(port, keepsSerialNumbers));
        }

        return new(Recording.Windows, devices, keepsSerialNumbers);
    }

    private static RecordedDevice RecordMachine(IWindowsBackend machine)
    {
        byte[] status = new byte[SystemPowerStatus.Size];
        int error = machine.QueryPowerStatus(status);
        var device = new RecordedDevice(WindowsRecordingKeys.Machine);
        device.Responses.Add((WindowsRecordingKeys.PowerStatus, Answer(error, status)));
        return device;
    }

    private static RecordedDevice RecordPort(IBatteryClassDevice port, bool keepsSerialNumbers)
    {
        var device = new RecordedDevice(keepsSerialNumbers ? port.Path : Masked(port.Path));
        int error = port.QueryTag(out uint tag);
        byte[] tagBytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(tagBytes, tag);
        device.Responses.Add((WindowsRecordingKeys.Tag, Answer(error, tagBytes)));
        if (error == Win32Error.None && tag != 0)
        {
            RecordBattery(port, tag, keepsSerialNumbers, device);
        }

        port.Release();
        return device;
    }

    private static void RecordBattery(IBatteryClassDevice port, uint tag, bool keepsSerialNumbers, RecordedDevice device)
    {
        byte[] buffer = new byte[MaxAnswer];
        int length;
        foreach ((BatteryInformationLevel level, string name) in WindowsRecordingKeys.Levels)
        {
            int error = port.QueryInformation(tag, level, buffer, out length);
            if (level == BatteryInformationLevel.SerialNumber && !keepsSerialNumbers)
            {
                // UTF-16: what is a letter or digit in ASCII has its code in the first of two bytes.
                Mask.SerialNumber(buffer.AsSpan(0, length));
            }

            device.Responses.Add((name, Answer(error, buffer.AsSpan(0, length))));
        }

        int statusError = port.QueryStatus(tag, buffer, out length);
        device.Responses.Add((WindowsRecordingKeys.Status, Answer(statusError, buffer.AsSpan(0, length))));
    }

    // \\?\bus#device#instance#{class}: the instance of a device on USB is its serial number, on Bluetooth its address; the
    // firmware's devices are numbered.
    private static string Masked(string path)
    {
        string[] parts = path.Split('#');
        if (parts.Length < 3 || parts[0].EndsWith("ACPI", StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        byte[] instance = Encoding.UTF8.GetBytes(parts[2]);
        Mask.Identity(instance);
        parts[2] = Encoding.UTF8.GetString(instance);
        return string.Join('#', parts);
    }

    private static RecordedResponse Answer(int error, ReadOnlySpan<byte> bytes) => error == Win32Error.None ? new(bytes) : new(error);
}
