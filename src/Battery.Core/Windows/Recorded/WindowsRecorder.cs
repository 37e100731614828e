using System.Buffers.Binary;
using System.Text;
using Battery.Core.Recordings;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows.Recorded;

/// <summary>Asks a Windows backend everything that is recorded of it.</summary>
internal static class WindowsRecorder
{
    // More than the longest string, which every reader truncates.
    private const int MaxResponse = 1024;

    /// <summary>Records a backend: its state of power, and each device, empty bays too.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="devices">Its devices in their order.</param>
    /// <param name="keepsSerialNumbers">False to mask serial numbers.</param>
    public static Recording Record(IWindowsBackend backend, List<IBatteryClassDevice> devices, bool keepsSerialNumbers)
    {
        List<RecordedDevice> recordings = [RecordMachine(backend)];
        foreach (IBatteryClassDevice device in devices)
        {
            recordings.Add(RecordDevice(device, keepsSerialNumbers));
        }

        return new(Recording.Windows, recordings, keepsSerialNumbers);
    }

    private static RecordedDevice RecordMachine(IWindowsBackend backend)
    {
        byte[] status = new byte[SystemPowerStatus.Size];
        int error = backend.QueryPowerStatus(status);
        var recorded = new RecordedDevice(WindowsRecordingKeys.Machine);
        recorded.TryAdd(WindowsRecordingKeys.PowerStatus, Response(error, status));
        return recorded;
    }

    /// <summary>Records one device.</summary>
    public static RecordedDevice RecordDevice(IBatteryClassDevice device, bool keepsSerialNumbers)
    {
        var recorded = new RecordedDevice(keepsSerialNumbers ? device.Path : Masked(device.Path));
        int error = device.QueryTag(out uint tag);
        byte[] tagBytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(tagBytes, tag);
        recorded.TryAdd(WindowsRecordingKeys.Tag, Response(error, tagBytes));
        if (error == Win32Error.None && tag != 0)
        {
            RecordBattery(device, tag, keepsSerialNumbers, recorded);
        }

        device.Release();
        return recorded;
    }

    private static void RecordBattery(IBatteryClassDevice device, uint tag, bool keepsSerialNumbers, RecordedDevice recorded)
    {
        byte[] buffer = new byte[MaxResponse];
        int length;
        foreach ((BatteryInformationLevel level, string name) in WindowsRecordingKeys.Levels)
        {
            int error = device.QueryInformation(tag, level, buffer, out length);
            if (level == BatteryInformationLevel.SerialNumber && !keepsSerialNumbers)
            {
                // UTF-16: what is a letter or digit in ASCII has its code in the first of two bytes.
                Mask.SerialNumber(buffer.AsSpan(0, length));
            }

            recorded.TryAdd(name, Response(error, buffer.AsSpan(0, length)));
        }

        int statusError = device.QueryStatus(tag, buffer, out length);
        recorded.TryAdd(WindowsRecordingKeys.Status, Response(statusError, buffer.AsSpan(0, length)));
    }

    // \\?\bus#recorded#instance#{class}: the instance of a recorded on USB is its serial number, on Bluetooth its address; the
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

    private static RecordedResponse Response(int error, ReadOnlySpan<byte> bytes) => error == Win32Error.None ? new(bytes) : new(error);
}
