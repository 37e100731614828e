using Battery.Core.Linux.Files;
using Battery.Core.Recordings;

namespace Battery.Core.Linux.Recordings;

/// <summary>A file as it was recorded; null where it was not there.</summary>
internal sealed class RecordedFile(RecordedAnswer? answer) : ISupplyFile
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
