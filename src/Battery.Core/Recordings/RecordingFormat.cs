namespace Battery.Core.Recordings;

/// <summary>The words of the file format, which <c>docs/recordings.md</c> describes.</summary>
internal static class RecordingFormat
{
    /// <summary>The first word of every recording.</summary>
    public const string Signature = "battery-recording";

    /// <summary>The version that is written; a later one is refused, since its meaning is not known here.</summary>
    public const string Version = "1";

    public const string System = "system";
    public const string Recorded = "recorded";
    public const string SerialNumbers = "serial-numbers";
    public const string Kept = "kept";
    public const string Masked = "masked";
    public const string Device = "device";
    public const string Answer = "answer";
    public const string Text = "text";
    public const string Hex = "hex";
    public const string Error = "error";
    public const string End = "end";
    public const string Indent = "  ";
}
