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
internal sealed class PropertyListXml
{
    private static readonly string[] s_roots = ["<plist", "<dict", "<array"];

    // The length of &#x0010FFFF;. A longer search for each end would make a text of many '&' quadratic.
    private const int LongestReference = 12;

    private readonly string _text;
    private int _position;

    private PropertyListXml(string text, int start)
    {
        _text = text;
        _position = start;
    }

    /// <summary>Whether a text holds a property list in XML.</summary>
    public static bool IsIn(string text) => Start(text) >= 0;

    /// <summary>Reads the first property list of a text.</summary>
    /// <exception cref="BatteryException">The text is not a property list, is incomplete, or exceeds the limits.</exception>
    public static PropertyValue Read(string text)
    {
        var reader = new PropertyListXml(text, Math.Max(0, Start(text)));
        Tag tag = reader.NextTag();
        if (tag is { Name: "plist", IsEmpty: false })
        {
            tag = reader.NextTag();
        }

        return reader.ReadValue(tag, 0) ?? throw reader.Error("the list holds no value that can be read");
    }

    private static int Start(string text)
    {
        foreach (string root in s_roots)
        {
            int start = text.IndexOf(root, StringComparison.Ordinal);
            if (start >= 0)
            {
                return start;
            }
        }

        return -1;
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

        var content = new StringBuilder();
        while (true)
        {
            int end = _text.IndexOf('<', _position);
            if (end < 0)
            {
                throw Error($"the list ends within <{element.Name}>");
            }

            AppendResolved(content, _text.AsSpan(_position, end - _position));
            _position = end;
            if (TrySkip("<![CDATA[", "]]>", out ReadOnlySpan<char> literal))
            {
                content.Append(literal);
            }
            else if (!TrySkip("<!--", "-->", out _))
            {
                break;
            }
        }

        Tag tag = NextTag();
        return tag.Ends(element) ? content.ToString() : throw Error($"<{tag.Name}> is within <{element.Name}>");
    }

    private static void AppendResolved(StringBuilder content, ReadOnlySpan<char> text)
    {
        for (int start = text.IndexOf('&'); start >= 0; start = text.IndexOf('&'))
        {
            int length = text.Slice(start, Math.Min(text.Length - start, LongestReference)).IndexOf(';');
            if (length < 0 || !TryResolve(text.Slice(start + 1, length - 1), out Rune character))
            {
                // Not a predefined entity: left unchanged.
                content.Append(text[..(start + 1)]);
                text = text[(start + 1)..];
                continue;
            }

            content.Append(text[..start]).Append(character.ToString());
            text = text[(start + length + 1)..];
        }

        content.Append(text);
    }

    private static bool TryResolve(ReadOnlySpan<char> name, out Rune character)
    {
        long code = name switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "apos" => '\'',
            "quot" => '"',
            ['#', 'x', .. var digits] => PropertyNumber.TryParse($"0x{digits}", out long number) ? number : -1,
            ['#', .. var digits] => PropertyNumber.TryParse(digits, out long number) ? number : -1,
            _ => -1,
        };
        character = default;
        return code is >= 0 and <= 0x10FFFF && Rune.TryCreate((int)code, out character);
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
            while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
            {
                _position++;
            }
        }
        while (TrySkip("<!--", "-->", out _));

        if (_position >= _text.Length)
        {
            throw Error("the list is incomplete");
        }

        int end = _text.IndexOf('>', _position);
        if (_text[_position] != '<' || end < 0)
        {
            throw Error("there is text between two elements");
        }

        ReadOnlySpan<char> tag = _text.AsSpan(_position + 1, end - _position - 1);
        _position = end + 1;
        bool isEnd = tag.StartsWith('/');
        bool isEmpty = tag.EndsWith('/') && !isEnd;
        tag = tag.Trim('/');

        // Attributes say nothing in a property list.
        int length = 0;
        while (length < tag.Length && !char.IsWhiteSpace(tag[length]))
        {
            length++;
        }

        return new(Name(tag[..length]), isEnd, isEmpty);
    }

    // Known names are not copied; unknown ones are truncated for the message.
    private static string Name(ReadOnlySpan<char> name) => name switch
    {
        "plist" => "plist",
        "dict" => "dict",
        "key" => "key",
        "array" => "array",
        "string" => "string",
        "integer" => "integer",
        "real" => "real",
        "true" => "true",
        "false" => "false",
        "data" => "data",
        "date" => "date",
        _ => name[..Math.Min(name.Length, 32)].ToString(),
    };

    private bool TrySkip(string start, string end, out ReadOnlySpan<char> between)
    {
        between = default;
        if (string.CompareOrdinal(_text, _position, start, 0, start.Length) != 0)
        {
            return false;
        }

        int from = _position + start.Length;
        int to = _text.IndexOf(end, from, StringComparison.Ordinal);
        if (to < 0)
        {
            throw Error($"a {start} has no {end}");
        }

        between = _text.AsSpan(from, to - from);
        _position = to + end.Length;
        return true;
    }

    private int Line() => _text.AsSpan(0, Math.Min(_position, _text.Length)).Count('\n') + 1;

    private BatteryException Error(string problem) => new(BatteryError.InvalidData, $"line {Line()} is not valid in a property list: {problem}");

    private readonly struct Tag(string name, bool isEnd, bool isEmpty)
    {
        public string Name { get; } = name;

        public bool IsEnd { get; } = isEnd;

        public bool IsEmpty { get; } = isEmpty;

        public bool Ends(Tag element) => IsEnd && Name == element.Name;
    }
}
