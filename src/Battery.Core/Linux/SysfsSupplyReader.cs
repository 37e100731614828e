using System.Runtime.CompilerServices;
using Battery.Core.Linux.Files;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>
/// Reads one folder under <c>power_supply</c>: <c>uevent</c>, which holds most properties in one read, then the single
/// attributes for what it lacks. Which of those exist is learnt once.
/// </summary>
internal sealed class SysfsSupplyReader(ISupplyFolder folder) : ISupplyReader, IDisposable
{
    // The kernel builds uevent in 2 KiB and gives no attribute more than a page; a file that never ends is cut here.
    public const int BufferSize = 8192;

    private readonly ISupplyFile _uevent = folder.File("uevent"u8);
    private readonly ISupplyFile?[] _attributes = new ISupplyFile?[RawReading.PropertyCount];
    private bool _attributesAreKnown;
    private RawValue _type;

    public string Location => folder.Location;

    // Clearing the buffer would cost as much as reading the file.
    [SkipLocalsInit]
    public bool TryRead(RawReading reading)
    {
        Span<byte> buffer = stackalloc byte[BufferSize];
        reading.Clear();
        int length = _uevent.Read(buffer, out _);
        if (length >= 0)
        {
            Uevent.Parse(buffer[..length], isWhole: length < BufferSize, reading);
        }
        else if (!folder.Exists)
        {
            return false;
        }

        // What a supply is never changes, and most kernels tell it in a file of its own: reading that once halves a refresh.
        // Where uevent told nothing, the file is asked whether there is a supply at all.
        if (length > 0 && _type.IsKnown && Lacks(reading, SupplyProperty.Type))
        {
            reading[SupplyProperty.Type] = _type;
        }

        LearnAttributes();
        for (SupplyProperty property = 0; (int)property < RawReading.PropertyCount; property++)
        {
            if (_attributes[(int)property] is { } file && Lacks(reading, property))
            {
                ReadAttribute(reading, property, file, buffer);
            }
        }

        _type = reading[SupplyProperty.Type];
        return true;
    }

    /// <summary>Closes the files that readings keep open.</summary>
    public void Dispose()
    {
        (_uevent as IDisposable)?.Dispose();
        foreach (ISupplyFile? file in _attributes)
        {
            (file as IDisposable)?.Dispose();
        }
    }

    // 'The driver does not know' is an answer: asking the single attribute gives the same.
    private static bool Lacks(RawReading reading, SupplyProperty property) =>
        reading.ReasonOf(property) is Reason.Missing or Reason.Malformed;

    private static void ReadAttribute(RawReading reading, SupplyProperty property, ISupplyFile file, Span<byte> buffer)
    {
        int length = file.Read(buffer, out int error);
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
        _attributesAreKnown = folder.TryList(out List<byte[]> names);
        foreach (byte[] name in names)
        {
            if (PropertyNames.TryFind(name, out SupplyProperty property, out bool isOld)
                && (!isOld || _attributes[(int)property] is null))
            {
                _attributes[(int)property] = folder.File(name);
            }
        }
    }
}
