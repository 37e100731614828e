using System.Text;
using Battery.Core.Linux.Native;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.Linux.Recorded;

/// <summary>The <c>power_supply</c> tree of a recording.</summary>
internal sealed class LinuxRecordedBackend(Recording recording) : ILinuxBackend
{
    private readonly List<ISupplyDirectory> _supplies = InOrder(recording);

    /// <inheritdoc/>
    public bool KeepsSerialNumbers => recording.KeepsSerialNumbers;

    /// <inheritdoc/>
    public List<ISupplyDirectory> List() => _supplies;

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => new NullChangeNotifier();

    private static List<ISupplyDirectory> InOrder(Recording recording)
    {
        List<ISupplyDirectory> supplies = recording.Devices.ConvertAll<ISupplyDirectory>(static device => new RecordedDirectory(device));
        supplies.Sort(ISupplyDirectory.Compare);
        return supplies;
    }
}

/// <summary>The recorded directory of one supply.</summary>
internal sealed class RecordedDirectory(RecordedDevice device) : ISupplyDirectory
{
    public string Name => device.Name;

    public string Location => $"{PlainText.Clean(device.Name)} of a recording";

    public bool IsSysfs => false;

    public bool Exists => true;

    // A recording never changes.
    public DirectoryStamp Stamp => default;

    public AttributeCache? Cache { get; set; }

    public bool TryList(out List<byte[]> names)
    {
        names = new(device.Responses.Count);
        foreach ((string key, _) in device.Responses)
        {
            names.Add(Encoding.UTF8.GetBytes(key));
        }

        return device[LinuxRecordingKeys.List] is null;
    }

    public ISupplyFile File(ReadOnlySpan<byte> name) => new RecordedFile(device[Encoding.UTF8.GetString(name)]);
}

/// <summary>A recorded file; null if it did not exist.</summary>
internal sealed class RecordedFile(RecordedResponse? answer) : ISupplyFile
{
    public int Read(Span<byte> buffer, out int error)
    {
        error = Errno.NoEntry;
        if (answer is null)
        {
            return -1;
        }

        error = answer.CopyTo(buffer, out int length);
        return error == 0 ? length : -1;
    }
}
