namespace Battery.Core.Linux.Files;

/// <summary>One file of a supply, read whole, again and again.</summary>
internal interface ISupplyFile
{
    /// <summary>Reads the file from its beginning until its end or the buffer's.</summary>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="error">The system's error where it failed.</param>
    /// <returns>How many bytes were read, or -1.</returns>
    int Read(Span<byte> buffer, out int error);
}
