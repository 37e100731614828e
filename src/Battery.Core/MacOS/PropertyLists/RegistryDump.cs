using System.Runtime.InteropServices;
using System.Text;
using Battery.Core.Model;

namespace Battery.Core.MacOS.PropertyLists;

/// <summary>A dump of the registry, in whichever form it was published.</summary>
internal static class RegistryDump
{
    private const string Forms = "give what 'ioreg -arn AppleSmartBattery' or 'ioreg -rn AppleSmartBattery' prints";

    /// <summary>Reads a dump.</summary>
    /// <exception cref="BatteryException">It is no dump of a registry, or a hostile one.</exception>
    public static PropertyValue Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > PropertyListLimits.MaxBytes)
        {
            throw Error($"it is longer than {PropertyListLimits.MaxBytes >> 20} MiB, which no dump of a registry is");
        }

        if (bytes.StartsWith("bplist"u8))
        {
            throw Error("it is a binary property list; convert it by 'plutil -convert xml1'");
        }

        string text = Decode(bytes);
        if (PropertyListXml.IsIn(text))
        {
            return PropertyListXml.Read(text);
        }

        PropertyArray entries = RegistryText.Read(text);
        return entries.Items.Count > 0
            ? entries
            : throw Error(string.IsNullOrWhiteSpace(text) ? $"it is empty; {Forms}" : $"it is neither a property list in XML nor the text of ioreg; {Forms}");
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        // A shell on Windows redirects as UTF-16.
        [0xFF, 0xFE, .. var rest] => new(MemoryMarshal.Cast<byte, char>(rest)),
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        _ => Encoding.UTF8.GetString(bytes),
    };

    private static BatteryException Error(string problem) => new(BatteryError.InvalidArgument, problem);
}
