using System.Text;
using Battery.Core.Linux.Native;
using Battery.Core.Recordings;

namespace Battery.Core.Linux.Recorded;

/// <summary>Records a <c>power_supply</c> tree: every file of every supply, since a later rule may need it.</summary>
internal static class LinuxRecorder
{
    /// <summary>Reads the tree.</summary>
    public static Recording Record(List<ISupplyDirectory> folders, bool keepsSerialNumbers) =>
        new(Recording.Linux, folders.ConvertAll(folder => Record(folder, keepsSerialNumbers)), keepsSerialNumbers);

    /// <summary>Reads the directory of one supply.</summary>
    public static RecordedDevice Record(ISupplyDirectory folder, bool keepsSerialNumbers)
    {
        var device = new RecordedDevice(keepsSerialNumbers ? folder.Name : LinuxMask.Name(folder.Name));
        if (!folder.TryList(out List<byte[]> names))
        {
            device.TryAdd(LinuxRecordingKeys.List, new(Errno.AccessDenied));
            names.Add("uevent"u8.ToArray());
        }

        names.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        foreach (byte[] name in names)
        {
            if (Read(folder.File(name)) is { } answer)
            {
                string key = Encoding.UTF8.GetString(name);
                device.TryAdd(key, keepsSerialNumbers ? answer : Masked(key, answer, folder.Name));
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

    private static RecordedResponse Masked(string file, RecordedResponse answer, string device)
    {
        if (answer.Error != 0)
        {
            return answer;
        }

        byte[] bytes = answer.Bytes.ToArray();
        LinuxMask.Contents(file, bytes, device);
        return new(bytes);
    }
}
