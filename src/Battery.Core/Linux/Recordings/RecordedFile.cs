using Battery.Core.Linux.Files;
using Battery.Core.Recordings;

namespace Battery.Core.Linux.Recordings;

/// <summary>A file as it was recorded; null where it was not there.</summary>
internal sealed class RecordedFile(RecordedAnswer? answer) : ISupplyFile
{
    public int Read(Span<byte> buffer, out int error)
    {
        error = answer?.Error ?? Errno.NoEntry;
        if (answer is null || error != 0)
        {
            return -1;
        }

        int length = Math.Min(answer.Bytes.Length, buffer.Length);
        answer.Bytes[..length].CopyTo(buffer);
        return length;
    }
}
