using System.Text;
using Battery.Core.Linux.Files;
using Battery.Core.Recordings;

namespace Battery.Core.Linux.Recordings;

/// <summary>The folder of one supply, as it was recorded.</summary>
internal sealed class RecordedFolder(RecordedDevice device) : ISupplyFolder
{
    public string Name => device.Name;

    public string Location => $"{device.Name} of a recording";

    public bool Exists => true;

    // What was recorded never changes.
    public FolderIdentity Identity => default;

    public bool TryList(out List<byte[]> names)
    {
        names = device.Answers.ConvertAll(static answer => Encoding.UTF8.GetBytes(answer.Question));
        return device[TreeRecorder.ListQuestion] is null;
    }

    public ISupplyFile File(ReadOnlySpan<byte> name) => new RecordedFile(device[Encoding.UTF8.GetString(name)]);
}
