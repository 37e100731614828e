using System.Text;
using Battery.Core.MacOS.Decoding;

namespace Battery.Core.MacOS.Dumps;

/// <summary>Writes a property list as <c>ioreg -a</c> does, for <see cref="PropertyListXml"/> and every other reader.</summary>
internal static class PropertyListXmlWriter
{
    private const string Head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">

        """;

    /// <summary>The list as UTF-8.</summary>
    public static byte[] Write(PropertyValue value)
    {
        var xml = new StringBuilder(Head);
        Append(xml, value, depth: 0);
        return Encoding.UTF8.GetBytes(xml.Append("</plist>\n").ToString());
    }

    private static void Append(StringBuilder xml, PropertyValue value, int depth)
    {
        switch (value)
        {
            case PropertyDictionary dictionary:
                AppendLine(xml, depth, "<dict>");
                foreach (string key in dictionary.Keys)
                {
                    AppendLine(xml, depth + 1, $"<key>{Escaped(key)}</key>");
                    Append(xml, dictionary[key]!, depth + 1);
                }

                AppendLine(xml, depth, "</dict>");
                break;
            case PropertyArray array:
                AppendLine(xml, depth, "<array>");
                foreach (PropertyValue item in array.Items)
                {
                    Append(xml, item, depth + 1);
                }

                AppendLine(xml, depth, "</array>");
                break;
            case PropertyScalar<string> text:
                AppendLine(xml, depth, $"<string>{Escaped(text.Value)}</string>");
                break;
            case PropertyScalar<long> number:
                AppendLine(xml, depth, $"<integer>{number.Value}</integer>");
                break;
            case PropertyScalar<bool> flag:
                AppendLine(xml, depth, flag.Value ? "<true/>" : "<false/>");
                break;
        }
    }

    private static void AppendLine(StringBuilder xml, int depth, string line) => xml.Append('\t', depth).Append(line).Append('\n');

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
