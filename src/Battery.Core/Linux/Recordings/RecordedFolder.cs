using System.Runtime.CompilerServices;
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

    // What was recorded never changes; but two of one name are two.
    public FolderIdentity Identity => new(Device: 0, Inode: RuntimeHelpers.GetHashCode(device), ModifiedSeconds: 0, ModifiedNanoseconds: 0);

    public bool TryList(out List<byte[]> names)
    {
        names = device.Answers.ConvertAll(static answer => Encoding.UTF8.GetBytes(answer.Question));
        return device[TreeRecorder.ListQuestion] is null;
    }

    public ISupplyFile File(ReadOnlySpan<byte> name) => new RecordedFile(device[Encoding.UTF8.GetString(name)]);
}
