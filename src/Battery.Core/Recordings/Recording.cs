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
