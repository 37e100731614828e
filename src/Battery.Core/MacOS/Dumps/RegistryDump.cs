using System.Runtime.InteropServices;
using System.Text;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;

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

        string text = Decode(bytes);
        if (PropertyListXml.IsIn(text))
        {
            return PropertyListXml.Read(text);
        }

        // Web pages have typographic quotes.
        PropertyArray entries = RegistryText.Read(text.Replace('\u201C', '"').Replace('\u201D', '"'));
        return entries.Items.Count > 0
            ? entries
            : throw Error("it is not a recording; give a file written by Save-BatteryRecording or battery_manager_save_recording, or the output of ioreg");
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        // A shell on Windows redirects as UTF-16.
        [0xFF, 0xFE, .. var rest] => new(MemoryMarshal.Cast<byte, char>(rest)),
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        _ => Encoding.UTF8.GetString(bytes),
    };

    private static BatteryException Error(string problem) => new(BatteryError.InvalidData, problem);
}
