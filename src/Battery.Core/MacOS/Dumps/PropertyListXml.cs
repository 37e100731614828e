using System.Text;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;

namespace Battery.Core.MacOS.Dumps;

/// <summary>
/// Reads a property list in XML, as <c>ioreg -a</c> and <c>plutil</c> write it (PropertyList-1.0.dtd). Text before and
/// after the list, for example the command, is skipped.
/// </summary>
/// <remarks>
/// Not System.Xml: with it the native library has 5.4 MB instead of 1 MB, and a
/// property list needs neither namespaces nor document types. Nothing here expands or loads entities.
/// </remarks>
internal ref struct PropertyListXml
{
    private static readonly string[] s_names = ["plist", "dict", "key", "array", "string", "integer", "real", "true", "false", "data", "date"];

    private readonly ReadOnlySpan<byte> _text;
    private int _position;

    private PropertyListXml(ReadOnlySpan<byte> text, int start)
    {
        _text = text;
        _position = start;
    }

    /// <summary>Whether a text holds a property list in XML.</summary>
    public static bool IsIn(ReadOnlySpan<byte> text) => PropertyListStart.Find(text) >= 0;

    /// <summary>Reads the first property list of a text.</summary>
    /// <exception cref="BatteryException">The text is not a property list, is incomplete, or exceeds the limits.</exception>
    public static PropertyValue Read(ReadOnlySpan<byte> text)
    {
        var reader = new PropertyListXml(text, Math.Max(0, PropertyListStart.Find(text)));
        Tag tag = reader.NextTag();
        if (tag is { Name: "plist", IsEmpty: false })
        {
            tag = reader.NextTag();
        }

        return reader.ReadValue(tag, 0) ?? throw reader.Error("the list holds no value that can be read");
    }

    // An invalid value, for example an integer with letters, is null; an invalid structure is an error.
    private PropertyValue? ReadValue(Tag tag, int depth)
    {
        if (tag.IsEnd)
        {
            throw Error($"</{tag.Name}> is where a value is expected");
        }

        if (depth > PropertyListLimits.MaxDepth)
        {
            throw PropertyListLimits.TooDeep(Line());
        }

        return tag.Name switch
        {
            "dict" => new PropertyDictionary(ReadEntries(tag, depth)),
            "array" => new PropertyArray(ReadItems(tag, depth)),
            "string" => new PropertyScalar<string>(ReadText(tag)),
            "integer" => PropertyNumber.TryParse(ReadText(tag).AsSpan().Trim(), out long number) ? new PropertyScalar<long>(number) : null,
            "true" or "false" => ReadText(tag).Length == 0 ? new PropertyScalar<bool>(tag.Name == "true") : null,
            "real" or "data" or "date" => ReadPast(tag),
            _ => throw Error($"a property list has no element <{tag.Name}>"),
        };
    }

    private Dictionary<string, PropertyValue> ReadEntries(Tag dictionary, int depth)
    {
        var entries = new Dictionary<string, PropertyValue>();
        if (dictionary.IsEmpty)
        {
            return entries;
        }

        for (Tag tag = NextTag(); !tag.Ends(dictionary); tag = NextTag())
        {
            if (tag.IsEnd || tag.Name != "key")
            {
                throw Error($"<{tag.Name}> is where a key is expected");
            }

            string key = ReadText(tag);
            if (ReadValue(NextTag(), depth + 1) is { } value)
            {
                entries.TryAdd(key, value);
            }
        }

        return entries;
    }

    private List<PropertyValue> ReadItems(Tag array, int depth)
    {
        var items = new List<PropertyValue>();
        if (array.IsEmpty)
        {
            return items;
        }

        for (Tag tag = NextTag(); !tag.Ends(array); tag = NextTag())
        {
            if (ReadValue(tag, depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>What stands between an element's tags, its references and sections of character data resolved.</summary>
    private string ReadText(Tag element)
    {
        if (element.IsEmpty)
        {
            return string.Empty;
        }

        StringBuilder? content = null;
        string text;
        while (true)
        {
            int length = _text[_position..].IndexOf((byte)'<');
            if (length < 0)
            {
                throw Error($"the list ends within <{element.Name}>");
            }

            text = Encoding.UTF8.GetString(_text.Slice(_position, length));
            _position += length;
            if (content is not null || text.Contains('&', StringComparison.Ordinal) || _text[_position..].StartsWith("<!"u8))
            {
                content ??= new();
                XmlReferences.AppendResolved(content, text);
            }

            if (TrySkip("<![CDATA["u8, "]]>"u8, out ReadOnlySpan<byte> literal))
            {
                content!.Append(Encoding.UTF8.GetString(literal));
            }
            else if (!TrySkip("<!--"u8, "-->"u8, out _))
            {
                break;
            }
        }

        Tag tag = NextTag();
        return tag.Ends(element) ? content?.ToString() ?? text : throw Error($"<{tag.Name}> is within <{element.Name}>");
    }

    private PropertyValue? ReadPast(Tag element)
    {
        _ = ReadText(element);
        return null;
    }

    private Tag NextTag()
    {
        do
        {
            // Web pages indent with no-break spaces.
            for (int space; _position < _text.Length && (space = SpaceLength(_text[_position..])) > 0; _position += space)
            {
            }
        }
        while (TrySkip("<!--"u8, "-->"u8, out _));

        if (_position >= _text.Length)
        {
            throw Error("the list is incomplete");
        }

        ReadOnlySpan<byte> tag = _text[_position..];
        int length = tag.IndexOf((byte)'>');
        if (tag[0] != (byte)'<' || length < 0)
        {
            throw Error("there is text between two elements");
        }

        tag = tag[1..length];
        _position += length + 1;
        bool isEnd = tag.StartsWith((byte)'/');
        bool isEmpty = tag.EndsWith((byte)'/') && !isEnd;
        tag = tag.Trim((byte)'/');

        // Attributes have no meaning in a property list.
        int end = tag.IndexOfAny(" \t\r\n"u8);
        return new(Name(end < 0 ? tag : tag[..end]), isEnd, isEmpty);
    }

    private static int SpaceLength(ReadOnlySpan<byte> text) =>
        text[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' ? 1 : text.StartsWith("\u00A0"u8) ? "\u00A0"u8.Length : 0;

    // Known names are not copied; unknown ones are truncated for the message.
    private static string Name(ReadOnlySpan<byte> name)
    {
        foreach (string known in s_names)
        {
            if (Ascii.Equals(name, known))
            {
                return known;
            }
        }

        return PlainText.Clean(Encoding.UTF8.GetString(PlainText.Truncate(name)));
    }

    private bool TrySkip(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end, out ReadOnlySpan<byte> between)
    {
        between = default;
        if (!_text[_position..].StartsWith(start))
        {
            return false;
        }

        int from = _position + start.Length;
        int length = _text[from..].IndexOf(end);
        if (length < 0)
        {
            throw Error($"a {Encoding.UTF8.GetString(start)} has no {Encoding.UTF8.GetString(end)}");
        }

        between = _text.Slice(from, length);
        _position = from + length + end.Length;
        return true;
    }

    private readonly int Line() => _text[..Math.Min(_position, _text.Length)].Count((byte)'\n') + 1;

    private readonly BatteryException Error(string problem) => new(BatteryError.InvalidData, $"line {Line()} is not valid in a property list: {problem}");

    private readonly struct Tag(string name, bool isEnd, bool isEmpty)
    {
        public string Name { get; } = name;

        public bool IsEnd { get; } = isEnd;

        public bool IsEmpty { get; } = isEmpty;

        public bool Ends(Tag element) => IsEnd && Name == element.Name;
    }
}
