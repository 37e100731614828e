namespace Battery.Core.Recordings;

/// <summary>The words of the file format, which <c>docs/recordings.md</c> describes.</summary>
internal static class RecordingFormat
{
    /// <summary>The first word of every recording.</summary>
    public static ReadOnlySpan<byte> Signature => "battery-recording"u8;

    /// <summary>The version that is written; a later one is refused, since its meaning is not known here.</summary>
    public static ReadOnlySpan<byte> Version => "1"u8;

    public static ReadOnlySpan<byte> System => "system"u8;

    public static ReadOnlySpan<byte> Recorded => "recorded"u8;

    public static ReadOnlySpan<byte> SerialNumbers => "serial-numbers"u8;

    public static ReadOnlySpan<byte> Kept => "kept"u8;

    public static ReadOnlySpan<byte> Masked => "masked"u8;

    public static ReadOnlySpan<byte> Device => "device"u8;

    public static ReadOnlySpan<byte> Answer => "answer"u8;

    public static ReadOnlySpan<byte> Text => "text"u8;

    public static ReadOnlySpan<byte> Hex => "hex"u8;

    public static ReadOnlySpan<byte> Error => "error"u8;

    public static ReadOnlySpan<byte> End => "end"u8;

    public static ReadOnlySpan<byte> Indent => "  "u8;

    /// <summary>What a person's editor may put instead of <see cref="Indent"/>.</summary>
    public static ReadOnlySpan<byte> Tab => "\t"u8;
}
