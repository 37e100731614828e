using System.Text;
using Battery.Core.Linux.Native;
using Battery.Core.Recordings;

namespace Battery.Core.Linux.Recorded;

/// <summary>Records a <c>power_supply</c> tree: every file of every supply, since a later rule may need it.</summary>
internal static class LinuxRecorder
{
    private static readonly string[] s_prefixesOfNames = ["hid-", "steam-controller-"];

    /// <summary>Reads the tree.</summary>
    public static Recording Record(List<ISupplyDirectory> folders, bool keepsSerialNumbers) =>
        new(Recording.Linux, folders.ConvertAll(folder => Record(folder, keepsSerialNumbers)), keepsSerialNumbers);

    private static RecordedDevice Record(ISupplyDirectory folder, bool keepsSerialNumbers)
    {
        var device = new RecordedDevice(keepsSerialNumbers ? folder.Name : Masked(folder.Name));
        if (!folder.TryList(out List<byte[]> names))
        {
            device.Responses.Add((LinuxRecordingKeys.List, new(Errno.AccessDenied)));
            names.Add("uevent"u8.ToArray());
        }

        names.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        foreach (byte[] name in names)
        {
            if (Read(folder.File(name)) is { } answer)
            {
                device.Responses.Add((Encoding.UTF8.GetString(name), keepsSerialNumbers ? answer : Masked(name, answer, folder.Name)));
            }
        }

        return device;
    }

    // Null for a directory or a link to one, for example 'device' and 'power'.
    private static RecordedResponse? Read(ISupplyFile file)
    {
        byte[] buffer = new byte[LinuxSupplyReader.BufferSize];
        int length = file.Read(buffer, out int error);
        return length >= 0 ? new(buffer.AsSpan(0, length)) : error == Errno.IsAFolder ? null : new(error);
    }

    private static string Masked(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        MaskName(bytes, name);
        Mask.Addresses(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static RecordedResponse Masked(byte[] name, RecordedResponse answer, string device)
    {
        if (answer.Error != 0)
        {
            return answer;
        }

        byte[] bytes = answer.Bytes.ToArray();
        MaskName(bytes, device);
        Mask.Addresses(bytes);
        if (IsOfSerialNumber(name))
        {
            Mask.SerialNumber(bytes);
        }
        else
        {
            MaskSerialNumbersOfUevent(bytes);
        }

        return new(bytes);
    }

    // hid-steam and hid-input name a battery after the device's own identifier, which is its serial number on USB.
    private static void MaskName(Span<byte> text, string device)
    {
        foreach (string prefix in s_prefixesOfNames)
        {
            byte[] name = Encoding.UTF8.GetBytes(device);
            if (!device.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            for (int start = text.IndexOf(name), place = 0; start >= 0; place += start + name.Length, start = text[place..].IndexOf(name))
            {
                Span<byte> identity = text.Slice(place + start + prefix.Length, name.Length - prefix.Length);
                int end = identity.LastIndexOf("-battery"u8);
                Mask.Identity(end < 0 ? identity : identity[..end]);
            }
        }
    }

    // Drivers call it serial_number, serialno, battery_serial.
    private static bool IsOfSerialNumber(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name).Contains("serial", StringComparison.OrdinalIgnoreCase);

    private static void MaskSerialNumbersOfUevent(Span<byte> text)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            Span<byte> line = end < 0 ? text : text[..end];
            int equals = line.IndexOf((byte)'=');
            if (equals > 0 && IsOfSerialNumber(line[..equals]))
            {
                Mask.SerialNumber(line[(equals + 1)..]);
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }
    }
}
