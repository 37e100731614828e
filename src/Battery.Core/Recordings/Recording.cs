using System.Collections.ObjectModel;

namespace Battery.Core.Recordings;

/// <summary>The responses of a machine's system, unchanged and before any rule, from which its batteries can be read elsewhere.</summary>
/// <param name="System">The system, for example <c>linux</c>; it defines the keys of the responses.</param>
/// <param name="Devices">The devices.</param>
/// <param name="KeepsSerialNumbers">Whether serial numbers are unchanged; else they are masked.</param>
public sealed record Recording(string System, List<RecordedDevice> Devices, bool KeepsSerialNumbers)
{
    /// <summary><see cref="System"/> of a <c>power_supply</c> tree.</summary>
    public const string Linux = "linux";

    /// <summary><see cref="System"/> of the battery services of a Mac's registry.</summary>
    public const string MacOS = "macos";

    /// <summary><see cref="System"/> of the battery ioctls of Windows.</summary>
    public const string Windows = "windows";
}

/// <summary>One device of a recording, and its responses.</summary>
/// <param name="name">The device's name.</param>
public sealed class RecordedDevice(string name)
{
    /// <summary>The device's name.</summary>
    public string Name => name;

    /// <summary>The responses, in the order of the requests.</summary>
    public RecordedResponses Responses { get; } = [];

    /// <summary>The response to the request of a key, or null if it was not recorded.</summary>
    public RecordedResponse? this[string key] => Responses.TryGetValue(key, out (string Key, RecordedResponse Response) found) ? found.Response : null;

    /// <summary>Adds a response, unless there is one of its key.</summary>
    public void TryAdd(string key, RecordedResponse response)
    {
        if (!Responses.Contains(key))
        {
            Responses.Add((key, response));
        }
    }
}

/// <summary>The responses of a device in their order, found by their keys without a search.</summary>
public sealed class RecordedResponses : KeyedCollection<string, (string Key, RecordedResponse Response)>
{
    /// <inheritdoc/>
    protected override string GetKeyForItem((string Key, RecordedResponse Response) item) => item.Key;
}

/// <summary>Bytes, or the error that the system returned instead.</summary>
public sealed class RecordedResponse
{
    private readonly byte[] _bytes = [];

    /// <summary>A response; the bytes are copied.</summary>
    public RecordedResponse(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    /// <summary>An error with the system's number.</summary>
    public RecordedResponse(int error) => Error = error;

    /// <summary>The system's number of the error; 0 if there are bytes.</summary>
    public int Error { get; }

    /// <summary>The bytes; none if there is an error.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Returns the response as the system did.</summary>
    /// <param name="buffer">The buffer for the bytes; what does not fit is left out.</param>
    /// <param name="length">The number of bytes.</param>
    /// <returns>0, or the error.</returns>
    public int CopyTo(Span<byte> buffer, out int length)
    {
        length = Math.Min(_bytes.Length, buffer.Length);
        _bytes.AsSpan(0, length).CopyTo(buffer);
        return Error;
    }
}
