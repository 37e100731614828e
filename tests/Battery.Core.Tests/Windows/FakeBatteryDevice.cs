using Battery.Core.Windows;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Tests.Windows;

/// <summary>
/// A battery device whose responses a test sets, and which counts its requests. The driver does not support a level without a response.
/// </summary>
internal sealed class FakeBatteryDevice(string path = @"\\?\ACPI#PNP0C0A#0") : IBatteryClassDevice
{
    public string Path => path;

    public uint Tag { get; set; } = 7;

    public int TagError { get; set; }

    public int StatusError { get; set; }

    public int LevelError { get; set; } = Win32Error.InvalidFunction;

    /// <summary>Errors of single levels, also of those with a response.</summary>
    public Dictionary<BatteryInformationLevel, int> LevelErrors { get; } = [];

    /// <summary>Called before the status is reported.</summary>
    public Action<FakeBatteryDevice>? OnStatus { get; set; }

    public byte[] Status { get; set; } = IoctlResponses.Status();

    public Dictionary<BatteryInformationLevel, byte[]> Levels { get; } = new() { [BatteryInformationLevel.Information] = IoctlResponses.Information() };

    public Dictionary<BatteryInformationLevel, int> Requests { get; } = [];

    /// <summary>After how many more requests the battery is taken out.</summary>
    public int RequestsLeft { get; set; } = int.MaxValue;

    public bool IsReleased { get; private set; } = true;

    /// <summary>A battery with a name.</summary>
    public static FakeBatteryDevice Named(string path, string model)
    {
        var device = new FakeBatteryDevice(path);
        device.Levels[BatteryInformationLevel.DeviceName] = IoctlResponses.Text(model);
        return device;
    }

    public int QueryTag(out uint tag)
    {
        bool isThere = Take();
        tag = TagError == 0 && isThere ? Tag : 0;
        return TagError != 0 ? TagError : isThere ? Win32Error.None : Win32Error.FileNotFound;
    }

    public int QueryInformation(uint tag, BatteryInformationLevel level, Span<byte> response, out int length)
    {
        Requests[level] = Requests.GetValueOrDefault(level) + 1;
        length = 0;
        if (!Take() || tag != Tag)
        {
            return Win32Error.FileNotFound;
        }

        return LevelErrors.TryGetValue(level, out int error) ? error
            : Levels.TryGetValue(level, out byte[]? bytes) ? Give(bytes, response, out length)
            : LevelError;
    }

    public int QueryStatus(uint tag, Span<byte> response, out int length)
    {
        length = 0;
        OnStatus?.Invoke(this);
        return !Take() || tag != Tag ? Win32Error.FileNotFound
            : StatusError != 0 ? StatusError
            : Give(Status, response, out length);
    }

    public void Release() => IsReleased = true;

    private static int Give(byte[] bytes, Span<byte> response, out int length)
    {
        length = Math.Min(bytes.Length, response.Length);
        bytes.AsSpan(0, length).CopyTo(response);
        return Win32Error.None;
    }

    private bool Take()
    {
        IsReleased = false;
        return RequestsLeft-- > 0;
    }
}
