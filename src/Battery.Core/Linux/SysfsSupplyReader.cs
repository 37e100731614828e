using System.Text;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>
/// Reads one folder under <c>power_supply</c>: <c>uevent</c>, which holds most properties in one read, then the single
/// attributes for what it lacks. Which of those exist is learnt once.
/// </summary>
internal sealed class SysfsSupplyReader : ISupplyReader
{
    // The kernel builds uevent in 2 KiB and gives no attribute more than a page; a file that never ends is cut here.
    private const int BufferSize = 8192;

    private readonly byte[] _folder;
    private readonly byte[] _uevent;
    private readonly byte[]?[] _attributes = new byte[]?[RawReading.PropertyCount];
    private bool _attributesAreKnown;

    public SysfsSupplyReader(byte[] folder)
    {
        _folder = folder;
        _uevent = SysfsPath.Combine(folder, "uevent"u8);
        Location = Encoding.UTF8.GetString(folder.AsSpan(0, folder.Length - 1));
    }

    public string Location { get; }

    public bool TryRead(RawReading reading)
    {
        Span<byte> buffer = stackalloc byte[BufferSize];
        reading.Clear();
        int length = SysfsFile.Read(_uevent, buffer, out _);
        if (length >= 0)
        {
            Uevent.Parse(buffer[..length], isWhole: length < BufferSize, reading);
        }
        else if (!SysfsFolder.Exists(_folder))
        {
            return false;
        }

        LearnAttributes();
        for (SupplyProperty property = 0; (int)property < RawReading.PropertyCount; property++)
        {
            if (_attributes[(int)property] is { } path && Lacks(reading, property))
            {
                ReadAttribute(reading, property, path, buffer);
            }
        }

        return true;
    }

    // 'The driver does not know' is an answer: asking the single attribute gives the same.
    private static bool Lacks(RawReading reading, SupplyProperty property) =>
        reading.ReasonOf(property) is Reason.Missing or Reason.Malformed;

    private static void ReadAttribute(RawReading reading, SupplyProperty property, byte[] path, Span<byte> buffer)
    {
        int length = SysfsFile.Read(path, buffer, out int error);
        if (length >= 0)
        {
            Attribute.Decode(property, buffer[..length], reading);
        }
        else
        {
            reading.SetUnknown(property, Errno.Reason(error));
        }
    }

    private void LearnAttributes()
    {
        if (_attributesAreKnown)
        {
            return;
        }

        // Where the folder cannot be listed, what uevent gave still stands; the next reading tries again.
        _attributesAreKnown = SysfsFolder.TryList(_folder, out List<byte[]> names, out _);
        foreach (byte[] name in names)
        {
            if (PropertyNames.TryFind(name, out SupplyProperty property, out bool isOld)
                && (!isOld || _attributes[(int)property] is null))
            {
                _attributes[(int)property] = SysfsPath.Combine(_folder, name);
            }
        }
    }
}
