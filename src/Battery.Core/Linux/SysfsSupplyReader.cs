using System.Runtime.CompilerServices;
using Battery.Core.Linux.Files;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>
/// Reads one folder under <c>power_supply</c>: <c>uevent</c>, which holds most properties in one read, then the single
/// attributes for what it lacks.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="clock">Milliseconds that only grow.</param>
/// <param name="layout">What is known of the folder's files already.</param>
internal sealed class SysfsSupplyReader(ISupplyFolder folder, Func<long> clock, SupplyLayout? layout = null) : ISupplyReader, IDisposable
{
    // The kernel builds uevent in 2 KiB and gives no attribute more than a page; a file that never ends is cut here.
    public const int BufferSize = 8192;

    private readonly ISupplyFile _uevent = folder.File("uevent"u8);
    private ISupplyFile?[]? _attributes;
    private SupplyLayout? _layout = layout;

    /// <summary>Which attributes there are, once they could be listed.</summary>
    public SupplyLayout? Layout => _layout;

    public string Location => folder.Location;

    /// <summary>The system's error where the last reading found the supply there and neither uevent nor a list of its files to be had; else 0.</summary>
    public int Refusal { get; private set; }

    // Clearing the buffer would cost as much as reading the file.
    [SkipLocalsInit]
    public bool TryRead(RawReading reading)
    {
        Span<byte> buffer = stackalloc byte[BufferSize];
        reading.Clear();
        int length = _uevent.Read(buffer, out int error);
        if (length >= 0)
        {
            Uevent.Parse(buffer[..length], isWhole: length < BufferSize, reading);
        }
        else if (!folder.Exists)
        {
            return false;
        }

        // Reading the file of the type once halves a refresh. Where uevent told nothing, it is asked whether there is a supply at all.
        if (length > 0 && _layout is { Type.IsKnown: true } && Lacks(reading, SupplyProperty.Type))
        {
            reading[SupplyProperty.Type] = _layout.Type;
        }

        bool isNew = LearnLayout();
        Refusal = length < 0 && _layout is null ? error : 0;
        if (!TryReadAttributes(reading, buffer, isNew, out bool isUnfinished))
        {
            return false;
        }

        if (!isUnfinished)
        {
            return true;
        }

        // 'Try again' comes from a supply that the kernel was putting together; as values came too, it is together by now, and
        // so is the list of its files.
        if (isNew)
        {
            _layout = null;
            LearnLayout();
        }

        return TryReadAttributes(reading, buffer, isNew, out _);
    }

    /// <summary>Closes the files that readings keep open.</summary>
    public void Dispose()
    {
        (_uevent as IDisposable)?.Dispose();
        CloseAttributes();
    }

    // Reads what is lacking. False when the supply is gone.
    private bool TryReadAttributes(RawReading reading, Span<byte> buffer, bool isNew, out bool isUnfinished)
    {
        bool mayBeGone = _layout is null;
        bool isOther = false;
        bool isRefused = false;
        isUnfinished = false;
        for (SupplyProperty property = 0; (int)property < RawReading.PropertyCount; property++)
        {
            if (_layout?[property] is null)
            {
                // A value without a file: the folder holds nothing but uevent, or was being emptied when it was listed.
                mayBeGone |= isNew && reading.ReasonOf(property) == Reason.Known;
            }
            else if (Lacks(reading, property))
            {
                int error = ReadAttribute(reading, property, buffer);
                isOther |= error == Errno.NoEntry;
                isUnfinished |= error == Errno.TryAgain;
                isRefused |= error is Errno.NoDevice or Errno.TryAgain;
            }
        }

        if (isNew && _layout is not null)
        {
            _layout.Type = reading[SupplyProperty.Type];
        }

        bool isThere = !(isRefused && IsComingOrGoing(reading, buffer)) && (!(mayBeGone || isOther) || folder.Exists);

        // A file that is gone while its folder is there: another battery is in the slot, which may have other files.
        _layout = isOther ? null : _layout;
        return isThere;
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
                if (_layout?[property] is not null)
                {
                    return File(property).Read(buffer, out int error) < 0 && error is (Errno.NoDevice or Errno.TryAgain or Errno.NoEntry);
                }
            }
        }

        return !isAnyKnown;
    }

    // 'The driver does not know' is an answer: asking the single attribute gives the same.
    private static bool Lacks(RawReading reading, SupplyProperty property) =>
        reading.ReasonOf(property) is Reason.Missing or Reason.Malformed or Reason.ReadFailed;

    // Gives the system's error, 0 for none.
    private int ReadAttribute(RawReading reading, SupplyProperty property, Span<byte> buffer)
    {
        int length = File(property).Read(buffer, out int error);
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

    // Most supplies tell all in uevent, and need none.
    private ISupplyFile File(SupplyProperty property) =>
        (_attributes ??= new ISupplyFile?[RawReading.PropertyCount])[(int)property] ??= folder.File(_layout![property]);

    // Gives whether it was learnt just now. Where the folder cannot be listed, what uevent gave still stands; the next reading tries again.
    private bool LearnLayout()
    {
        if (_layout is { IsFresh: true })
        {
            return false;
        }

        CloseAttributes();
        _layout = SupplyLayout.Learn(folder, clock);
        return true;
    }

    private void CloseAttributes()
    {
        foreach (ISupplyFile? file in _attributes ?? [])
        {
            (file as IDisposable)?.Dispose();
        }

        _attributes = null;
    }
}
