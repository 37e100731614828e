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

        if (!TryReadAttributes(reading, buffer, out bool isUnfinished))
        {
            return false;
        }

        // 'Try again' comes from a supply that the kernel was putting together; as values came too, it is together by now.
        _attributesAreKnown &= !isUnfinished;
        if (isUnfinished && !TryReadAttributes(reading, buffer, out _))
        {
            return false;
        }

        _type = reading[SupplyProperty.Type];
        return true;
    }

    /// <summary>Closes the files that readings keep open.</summary>
    public void Dispose()
    {
        (_uevent as IDisposable)?.Dispose();
        CloseAttributes();
    }

    // Reads what is lacking. False when the supply is gone.
    private bool TryReadAttributes(RawReading reading, Span<byte> buffer, out bool isUnfinished)
    {
        bool isNew = LearnAttributes();
        bool mayBeGone = !_attributesAreKnown;
        bool isRefused = false;
        isUnfinished = false;
        for (SupplyProperty property = 0; (int)property < RawReading.PropertyCount; property++)
        {
            if (_attributes[(int)property] is not { } file)
            {
                // A value without a file: the folder holds nothing but uevent, or was being emptied when it was listed.
                mayBeGone |= isNew && reading.ReasonOf(property) == Reason.Known;
            }
            else if (Lacks(reading, property))
            {
                int error = ReadAttribute(reading, property, file, buffer);
                mayBeGone |= error == Errno.NoEntry;
                isUnfinished |= error == Errno.TryAgain;
                isRefused |= error is Errno.NoDevice or Errno.TryAgain;
            }
        }

        return !(isRefused && IsComingOrGoing(reading, buffer)) && (!mayBeGone || folder.Exists);
    }

    // Drivers answer 'no device' where the device does not know a value; but while the kernel takes a supply apart it answers
    // so for all values but the type and whether the slot is occupied, and 'try again' while it puts one together. A value
    // that was known a moment ago tells them apart.
    private bool IsComingOrGoing(RawReading reading, Span<byte> buffer)
    {
        bool isAnyKnown = false;
        for (SupplyProperty property = 0; (int)property < RawReading.PropertyCount; property++)
        {
            if (property is not (SupplyProperty.Type or SupplyProperty.Present) && reading.ReasonOf(property) == Reason.Known)
            {
                isAnyKnown = true;
                if (_attributes[(int)property] is { } file)
                {
                    return file.Read(buffer, out int error) < 0 && error is (Errno.NoDevice or Errno.TryAgain or Errno.NoEntry);
                }
            }
        }

        return !isAnyKnown;
    }

    // 'The driver does not know' is an answer: asking the single attribute gives the same.
    private static bool Lacks(RawReading reading, SupplyProperty property) =>
        reading.ReasonOf(property) is Reason.Missing or Reason.Malformed or Reason.ReadFailed;

    // Gives the system's error, 0 for none.
    private static int ReadAttribute(RawReading reading, SupplyProperty property, ISupplyFile file, Span<byte> buffer)
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

        return error;
    }

    // Gives whether the attributes were not known before.
    private bool LearnAttributes()
    {
        if (_attributesAreKnown)
        {
            return false;
        }

        CloseAttributes();
        Array.Clear(_attributes);

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

        return true;
    }

    private void CloseAttributes()
    {
        foreach (ISupplyFile? file in _attributes)
        {
            (file as IDisposable)?.Dispose();
        }
    }
}
