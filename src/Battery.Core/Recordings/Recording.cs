namespace Battery.Core.Recordings;

/// <summary>What a machine answered, word for word and before any rule: enough to read its batteries on another machine.</summary>
/// <param name="System">The system that answered, as <c>linux</c>; it says what the names of the answers mean.</param>
/// <param name="Devices">What answered.</param>
/// <param name="KeepsSerialNumbers">Whether serial numbers are as the machine gave them; else they are masked.</param>
public sealed record Recording(string System, List<RecordedDevice> Devices, bool KeepsSerialNumbers)
{
    /// <summary>What <see cref="System"/> is for a <c>power_supply</c> tree.</summary>
    public const string Linux = "linux";

    /// <summary>What <see cref="System"/> is for the battery services of a Mac's registry.</summary>
    public const string MacOS = "macos";

    /// <summary>What <see cref="System"/> is for the battery ioctls of Windows.</summary>
    public const string Windows = "windows";
}

/// <summary>One device of a recording, and its responses.</summary>
/// <param name="name">The device's name.</param>
public sealed class RecordedDevice(string name)
{
    /// <summary>The device's name.</summary>
    public string Name => name;

    /// <summary>The responses, in the order of the requests.</summary>
    public List<(string Key, RecordedResponse Response)> Responses { get; } = [];

    /// <summary>The response to the request of a key, or null if it was not recorded.</summary>
    public RecordedResponse? this[string key] => Responses.Find(response => response.Key == key).Response;
}

/// <summary>Bytes, or the error that the system gave in their place.</summary>
public sealed class RecordedResponse
{
    private readonly byte[] _bytes = [];

    /// <summary>An answer; the bytes are copied.</summary>
    public RecordedResponse(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    /// <summary>An error; <paramref name="error"/> is the system's number of it.</summary>
    public RecordedResponse(int error) => Error = error;

    /// <summary>The system's number of the error; 0 where there are bytes.</summary>
    public int Error { get; }

    /// <summary>The bytes; none where there is an error.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Gives the answer again, as the system gave it.</summary>
    /// <param name="buffer">Where the bytes go; what does not fit is left out.</param>
    /// <param name="length">How many there are.</param>
    /// <returns>0, or the error.</returns>
    public int CopyTo(Span<byte> buffer, out int length)
    {
        length = Math.Min(_bytes.Length, buffer.Length);
        _bytes.AsSpan(0, length).CopyTo(buffer);
        return Error;
    }
}
