using System.Text;
using Battery.Core.Linux.Files;
using Battery.Core.Raw;
using Battery.Core.Recordings;

namespace Battery.Core.Linux.Recordings;

/// <summary>Records a <c>power_supply</c> tree: every file of every supply, those that no rule reads too, since a rule to come may.</summary>
internal static class TreeRecorder
{
    /// <summary>Stands for the list of a folder's files, where that could not be had.</summary>
    public const string ListQuestion = ".";

    /// <summary>Reads the tree.</summary>
    public static Recording Record(List<ISupplyFolder> folders, bool keepsSerialNumbers) =>
        new(Recording.Linux, folders.ConvertAll(folder => Record(folder, keepsSerialNumbers)), keepsSerialNumbers);

    private static RecordedDevice Record(ISupplyFolder folder, bool keepsSerialNumbers)
    {
        var device = new RecordedDevice(keepsSerialNumbers ? folder.Name : Masked(folder.Name));
        if (!folder.TryList(out List<byte[]> names))
        {
            device.Answers.Add((ListQuestion, new(Errno.AccessDenied)));
            names.Add("uevent"u8.ToArray());
        }

        names.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        foreach (byte[] name in names)
        {
            if (Read(folder.File(name)) is { } answer)
            {
                device.Answers.Add((Encoding.UTF8.GetString(name), keepsSerialNumbers ? answer : Masked(name, answer)));
            }
        }

        return device;
    }

    // Null for a folder or a link to one, as 'device' and 'power' are.
    private static RecordedAnswer? Read(ISupplyFile file)
    {
        byte[] buffer = new byte[SysfsSupplyReader.BufferSize];
        int length = file.Read(buffer, out int error);
        return length >= 0 ? new(buffer.AsSpan(0, length)) : error == Errno.IsAFolder ? null : new(error);
    }

    private static string Masked(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        Mask.Addresses(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static RecordedAnswer Masked(byte[] name, RecordedAnswer answer)
    {
        if (answer.Error != 0)
        {
            return answer;
        }

        byte[] bytes = answer.Bytes.ToArray();
        Mask.Addresses(bytes);
        if (PropertyNames.TryFind(name, out SupplyProperty property, out _) && property == SupplyProperty.SerialNumber)
        {
            Mask.SerialNumber(bytes);
        }
        else
        {
            MaskSerialNumbersOfUevent(bytes);
        }

        return new(bytes);
    }

    private static void MaskSerialNumbersOfUevent(Span<byte> text)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            Span<byte> line = end < 0 ? text : text[..end];
            if (Uevent.TryFindProperty(line, out SupplyProperty property, out int value) && property == SupplyProperty.SerialNumber)
            {
                Mask.SerialNumber(line[value..]);
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }
    }
}
