using System.Runtime.CompilerServices;
using Battery.Core.ChargeLimits;
using Battery.Core.Explanation;
using Battery.Core.Linux.Control;
using Battery.Core.Linux.Decoding;
using Battery.Core.Linux.Native;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>
/// Reads one directory under <c>power_supply</c>: <c>uevent</c>, which has most properties in one read, then the single
/// attributes that it lacks.
/// </summary>
/// <param name="directory">The directory.</param>
/// <param name="clock">A clock that never goes back, in milliseconds.</param>
internal sealed class LinuxSupplyReader(ISupplyDirectory directory, Func<long> clock) : ISupplyReader, IDisposable
{
    // The kernel limits uevent to 2 KiB and an attribute to a page; an endless file is truncated here.
    public const int BufferSize = 8192;

    // One value, or a list of words: a type, a scope, a number, the types of a USB port.
    private const int WordBufferSize = 128;

    private readonly ISupplyFile _uevent = directory.File("uevent"u8);
    private ISupplyFile?[]? _attributes;
    private bool _isNew;
    private AttributeCache? _cache = directory.Cache is { } known && known.Matches(directory) ? known : null;

    /// <summary>The cached attributes, once they could be listed.</summary>
    public AttributeCache? Cache => _cache;

    public string Location => directory.Location;

    /// <inheritdoc/>
    public IChargeLimitControl ChargeLimit => directory.Writer is { } writer
        ? new ThresholdControl(directory, writer, Thread.Sleep)
        : new UnsupportedChargeLimit(Location, UnsupportedChargeLimit.Recording);

    /// <summary>Whether <see cref="IsIncluded"/> found an adapter.</summary>
    public bool IsAdapter { get; private set; }

    /// <summary>The system's error if the last reading found the directory, but could neither read <c>uevent</c> nor list the attributes; else 0.</summary>
    public int Refusal { get; private set; }

    /// <summary>
    /// Whether a reading of some scopes includes the supply. The kernel reports type and scope without asking the device;
    /// <c>uevent</c> of a wireless peripheral can take seconds, since its driver asks the device by radio.
    /// </summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="reading">Where type and scope go.</param>
    public bool IsIncluded(SupplyScopes scopes, RawReading reading)
    {
        reading.Clear();
        _isNew = LoadCache();
        if (_cache is null)
        {
            return scopes == SupplyScopes.All || SupplyRules.IsIncluded(reading, scopes);
        }

        // Only adapters have this file, and the batteries of some peripherals.
        bool isPerhapsAdapter = _cache[SupplyProperty.Online] is not null;
        if (scopes == SupplyScopes.All && !isPerhapsAdapter)
        {
            return true;
        }

        if (!_isNew)
        {
            reading[SupplyProperty.Type] = _cache.Type;
            reading[SupplyProperty.Scope] = _cache.Scope;
        }
        else
        {
            Span<byte> buffer = stackalloc byte[WordBufferSize];
            ReadIfListed(reading, SupplyProperty.Scope, buffer);
            if (isPerhapsAdapter || (scopes & SupplyScopes.System) == 0 || !SupplyRules.IsIncluded(reading, scopes))
            {
                ReadIfListed(reading, SupplyProperty.Type, buffer);
                _cache.Identify(reading);
            }
        }

        IsAdapter = isPerhapsAdapter && AdapterRules.TypeOf(reading[SupplyProperty.Type]) != AdapterType.Unknown;

        // A copied tree may have the scope in uevent alone, and reading a copy asks no device.
        return SupplyRules.IsIncluded(reading, scopes) || (scopes == SupplyScopes.Peripheral && !reading[SupplyProperty.Scope].IsKnown && !directory.IsSysfs);
    }

    /// <summary>
    /// Reads the supply that <see cref="IsIncluded"/> has identified. Of an adapter only what is used is read: each property of
    /// <c>uevent</c> can be a request to a device.
    /// </summary>
    /// <param name="scopes">The scopes, and whether the details of adapters are wanted.</param>
    /// <param name="reading">The reading that has the type and the scope.</param>
    public bool TryReadIdentified(SupplyScopes scopes, RawReading reading) =>
        IsAdapter ? TryReadAdapter((scopes & SupplyScopes.AdapterDetails) != 0, reading) : TryRead(reading);

    // Clearing the buffer would cost as much as reading the file.
    [SkipLocalsInit]
    public bool TryRead(RawReading reading)
    {
        Span<byte> buffer = stackalloc byte[BufferSize];
        reading.Clear();
        int length = _uevent.Read(buffer, out int error);
        if (length >= 0)
        {
            UeventParser.Parse(buffer[..length], isWhole: length < BufferSize, reading, _cache?.Uevent);
        }
        else if (Errno.IsExhausted(error))
        {
            // The supply may be there: neither is it removed, nor are its values unreadable.
            throw Failure(error);
        }
        else if (!directory.Exists)
        {
            return false;
        }

        // Reading the type only once halves a refresh. If uevent has nothing, reading it shows whether the supply exists.
        if (length > 0 && _cache is { Type.IsKnown: true } && Lacks(reading, SupplyProperty.Type))
        {
            reading[SupplyProperty.Type] = _cache.Type;
        }

        // The file is read for its active word only where uevent has none.
        if (reading[SupplyProperty.ChargeType].IsKnown && _cache is { ChargeTypes.IsKnown: true })
        {
            reading[SupplyProperty.AvailableChargeTypes] = _cache.ChargeTypes;
        }

        bool isNew = LoadCache() || _isNew;
        _isNew = false;

        // What is being removed is no error: then the file is missing, not refused.
        Refusal = length < 0 && _cache is null && error is not (Errno.NoEntry or Errno.NotAFolder or Errno.NoDevice) ? error : 0;
        if (!TryReadAttributes(reading, buffer, isNew, out bool isUnfinished))
        {
            return false;
        }

        if (!isUnfinished)
        {
            return true;
        }

        // EAGAIN comes from a supply that the kernel was registering: by now it is registered, and the list of its files is
        // complete. If all values fail again the device does not respond (firmware of Qualcomm and Surface after the start): the
        // battery is there and its values are unknown.
        if (isNew)
        {
            _cache = null;
            LoadCache();
        }

        return TryReadAttributes(reading, buffer, isNew, out _);
    }

    /// <summary>The exception of an error that prevents reading the supply.</summary>
    public BatteryException Failure(int error) =>
        new(Errno.OfPath(error), $"cannot read {Location}: {Errno.Text(error)}; {Errno.Remedy(error, "see the system's log")}");

    /// <inheritdoc/>
    public ISupplyEvidence? Capture() => directory.Exists ? new LinuxEvidence(LinuxRecorder.Record(directory, keepsSerialNumbers: true)) : null;

    /// <summary>Closes the files that readings keep open.</summary>
    public void Dispose()
    {
        _uevent.Dispose();
        CloseAttributes();
    }

    private bool TryReadAdapter(bool withDetails, RawReading reading)
    {
        Span<byte> buffer = stackalloc byte[WordBufferSize];
        if (ReadAttribute(reading, SupplyProperty.Online, buffer) is Errno.NoEntry or Errno.NoDevice && !directory.Exists)
        {
            return false;
        }

        foreach (SupplyProperty property in AdapterRules.Properties(directory.Name, withDetails))
        {
            ReadIfListed(reading, property, buffer);
        }

        return true;
    }

    // Reads the properties that uevent lacks. False if the supply was removed.
    private bool TryReadAttributes(RawReading reading, Span<byte> buffer, bool isNew, out bool isUnfinished)
    {
        bool mayBeGone = _cache is null || (isNew && _cache.LacksFileOf(reading));
        bool isOther = false;
        bool isRefused = false;
        isUnfinished = false;
        foreach (SupplyProperty property in _cache?.Listed ?? [])
        {
            if (Lacks(reading, property))
            {
                int error = ReadAttribute(reading, property, buffer);
                isOther |= error == Errno.NoEntry;
                isUnfinished |= error is Errno.TryAgain or Errno.TimedOut;
                isRefused |= error == Errno.NoDevice;
            }
        }

        if (isNew)
        {
            _cache?.Identify(reading);
        }

        bool isThere = !(isRefused && !isUnfinished && IsBeingRemoved(reading, buffer)) && (!(mayBeGone || isOther) || directory.Exists);

        // A file is missing while its directory exists: another battery is in the slot, which may have other files.
        _cache = isOther ? null : _cache;
        return isThere;
    }

    // Drivers return ENODEV if the device does not know a value; but while the kernel unregisters a supply, it returns ENODEV
    // for all values but type and presence. A value that was known a moment ago distinguishes the two.
    private bool IsBeingRemoved(RawReading reading, Span<byte> buffer)
    {
        foreach (SupplyProperty property in _cache?.Listed ?? [])
        {
            if (property is not (SupplyProperty.Type or SupplyProperty.Present) && reading.QualityOf(property) == ValueQuality.Known)
            {
                return File(property).Read(buffer, out int error) < 0 && error is Errno.NoDevice or Errno.NoEntry;
            }
        }

        return _cache?.LacksFileOf(reading) != true;
    }

    // 'Unknown' from the driver is final: the single attribute reports the same.
    private static bool Lacks(RawReading reading, SupplyProperty property) =>
        reading.QualityOf(property) is ValueQuality.Missing or ValueQuality.Malformed or ValueQuality.ReadFailed;

    // Returns the system's error, 0 for none.
    private int ReadAttribute(RawReading reading, SupplyProperty property, Span<byte> buffer)
    {
        int length = File(property).Read(buffer, out int error);
        if (length >= 0)
        {
            PropertyParser.Parse(property, buffer[..length], reading);
        }
        else
        {
            reading.SetUnknown(property, Errno.ToQuality(error));
        }

        return error;
    }

    private void ReadIfListed(RawReading reading, SupplyProperty property, Span<byte> buffer)
    {
        if (_cache?[property] is not null)
        {
            ReadAttribute(reading, property, buffer);
        }
    }

    // Most supplies report all in uevent, and need none.
    private ISupplyFile File(SupplyProperty property) =>
        (_attributes ??= new ISupplyFile?[RawReading.PropertyCount])[(int)property] ??= directory.File(_cache![property]);

    // Returns whether it was loaded now. If the directory cannot be listed, the values of uevent remain; the next reading tries again.
    private bool LoadCache()
    {
        if (_cache is { IsFresh: true })
        {
            return false;
        }

        CloseAttributes();
        _cache = AttributeCache.Load(directory, clock);
        return true;
    }

    private void CloseAttributes()
    {
        foreach (ISupplyFile? file in _attributes ?? [])
        {
            file?.Dispose();
        }

        _attributes = null;
    }
}
