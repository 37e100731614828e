using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Recordings;

namespace Battery.Core.MacOS.Dumps;

/// <summary>Reads a dump of the registry in any format.</summary>
internal static class RegistryDump
{
    /// <summary>Reads a dump.</summary>
    /// <exception cref="BatteryException">It is not a dump of a registry, or exceeds the limits.</exception>
    public static PropertyValue Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("bplist"u8))
        {
            throw Error("it is a binary property list; convert it by 'plutil -convert xml1'");
        }

        ReadOnlySpan<byte> text = Utf8Text.Of(bytes);
        if (PropertyListXml.IsIn(text))
        {
            return PropertyListXml.Read(text);
        }

        PropertyArray entries = RegistryText.Read(text);
        return entries.Items.Count > 0
            ? entries
            : throw Error("it is not a recording; give a file written by Save-BatteryRecording or battery_manager_save_recording, or the output of ioreg");
    }

    private static BatteryException Error(string problem) => new(BatteryError.InvalidData, problem);
}
