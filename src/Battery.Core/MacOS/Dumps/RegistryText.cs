using System.Diagnostics.CodeAnalysis;
using System.Text;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Recordings;

namespace Battery.Core.MacOS.Dumps;

/// <summary>
/// Reads what <c>ioreg</c> prints without <c>-a</c>, which is how most dumps are published: headers of entries
/// (<c>+-o AppleSmartBattery  &lt;class AppleSmartBattery, id 0x100000aa7, …&gt;</c>), and lines of <c>"Key" = value</c>
/// after the bars of the tree. Each line is parsed on its own, so that lines selected with grep, or a truncated dump,
/// can be read; all other lines are skipped.
/// </summary>
internal static class RegistryText
{
    private const string Header = "+-o ";

    /// <summary>Reads a text in UTF-8.</summary>
    /// <returns>The outermost entries, in the shape of <c>ioreg -a</c>: what an entry is stands in it by the same keys.
    /// Lines before any header are an entry without class and name.</returns>
    /// <exception cref="BatteryException">The text exceeds the limits.</exception>
    public static PropertyArray Read(ReadOnlySpan<byte> text)
    {
        var roots = new List<PropertyValue>();
        var open = new List<Entry>();
        Entry? current = null;
        char[] buffer = new char[RecordingLimits.MaxLine];
        var lines = new TextLines(text);
        while (lines.MoveNext())
        {
            int number = lines.Number;
            if (lines.Current.Length > RecordingLimits.MaxLine)
            {
                SkipLong(current, number);
                continue;
            }

            ReadOnlySpan<char> line = Decode(lines.Current, buffer);
            int column = line.IndexOf(Header);
            if (column >= 0 && IsDecoration(line[..column]))
            {
                current = new Entry(column);
                current.Describe(line[(column + Header.Length)..]);
                Attach(current, roots, open, number);
            }
            else if (TryReadProperty(line, number, out string key, out PropertyValue? value))
            {
                if (current is null)
                {
                    current = new Entry(column: 0);
                    roots.Add(new PropertyDictionary(current.Properties));
                }

                current.Properties.TryAdd(key, value);
            }
        }

        return new PropertyArray(roots);
    }

    // Firmware has long lines in other parts of the registry.
    private static void SkipLong(Entry? entry, int number)
    {
        if (entry is null || BatteryServices.IsBattery(new PropertyDictionary(entry.Properties)))
        {
            throw new BatteryException(
                BatteryError.InvalidData, $"line {number} is longer than {RecordingLimits.MaxLine >> 10} KB, which no line of a battery is");
        }
    }

    // Web pages have typographic quotes.
    private static ReadOnlySpan<char> Decode(ReadOnlySpan<byte> line, Span<char> buffer)
    {
        Span<char> text = buffer[..Encoding.UTF8.GetChars(line, buffer)];
        text.Replace('\u201C', '"');
        text.Replace('\u201D', '"');
        return text;
    }

    // The parent of an entry is the last one that is further to the left.
    private static void Attach(Entry entry, List<PropertyValue> roots, List<Entry> open, int line)
    {
        while (open.Count > 0 && open[^1].Column >= entry.Column)
        {
            open.RemoveAt(open.Count - 1);
        }

        if (open.Count > PropertyListLimits.MaxDepth)
        {
            throw PropertyListLimits.TooDeep(line);
        }

        List<PropertyValue> siblings = open.Count > 0 ? open[^1].Children() : roots;
        siblings.Add(new PropertyDictionary(entry.Properties));
        open.Add(entry);
    }

    private static bool TryReadProperty(ReadOnlySpan<char> line, int number, out string key, [NotNullWhen(true)] out PropertyValue? value)
    {
        key = string.Empty;
        value = null;
        int start = line.IndexOf('"');
        if (start < 0 || !IsDecoration(line[..start]))
        {
            return false;
        }

        int length = line[(start + 1)..].IndexOf('"');
        if (length <= 0)
        {
            return false;
        }

        ReadOnlySpan<char> rest = line[(start + length + 2)..].TrimStart();
        if (!rest.StartsWith('='))
        {
            return false;
        }

        key = line.Slice(start + 1, length).ToString();
        value = RegistryTextValue.Read(rest[1..].Trim(), number);
        return value is not null;
    }

    // The bars of the tree, spaces, a bullet: anything without a letter.
    private static bool IsDecoration(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Entry(int column)
    {
        private List<PropertyValue>? _children;

        public int Column { get; } = column;

        public Dictionary<string, PropertyValue> Properties { get; } = [];

        public List<PropertyValue> Children()
        {
            if (_children is null)
            {
                _children = [];
                Properties[RegistryKeys.Children] = new PropertyArray(_children);
            }

            return _children;
        }

        // Name  <class Class, id 0x1, …>; with -i the class is the whole inheritance, and a narrow terminal cuts the line.
        public void Describe(ReadOnlySpan<char> header)
        {
            const string Class = "<class ";
            const string Id = ", id ";
            int start = header.IndexOf(Class);
            ReadOnlySpan<char> name = (start < 0 ? header : header[..start]).Trim();
            Properties[RegistryKeys.Name] = new PropertyScalar<string>(UpTo(name, '@', '@').ToString());
            if (start < 0)
            {
                return;
            }

            ReadOnlySpan<char> rest = header[(start + Class.Length)..];
            ReadOnlySpan<char> @class = UpTo(rest, ',', '>');
            Properties[RegistryKeys.Class] = new PropertyScalar<string>(@class[(@class.LastIndexOf(':') + 1)..].Trim().ToString());
            int id = rest.IndexOf(Id);
            if (id >= 0 && PropertyNumber.TryParse(UpTo(rest[(id + Id.Length)..], ',', '>'), out long number))
            {
                Properties[RegistryKeys.Id] = new PropertyScalar<long>(number);
            }
        }

        private static ReadOnlySpan<char> UpTo(ReadOnlySpan<char> text, char end, char otherEnd)
        {
            int length = text.IndexOfAny(end, otherEnd);
            return length < 0 ? text : text[..length];
        }
    }
}
