using Battery.Core.MacOS.Decoding;

namespace Battery.Core.MacOS.Dumps;

/// <summary>
/// A value as <c>ioreg</c> prints it: <c>12</c>, <c>Yes</c>, <c>"text"</c>, <c>&lt;00ff&gt;</c>, <c>{"Key"=value,…}</c>,
/// <c>(value,…)</c>. Quotes in strings are not escaped, and a terminal truncates long lines; complete values are kept.
/// </summary>
internal ref struct RegistryTextValue
{
    private readonly ReadOnlySpan<char> _text;
    private readonly int _line;
    private int _position;

    private RegistryTextValue(ReadOnlySpan<char> text, int line)
    {
        _text = text;
        _line = line;
    }

    /// <summary>The value of a line, or null if it is invalid.</summary>
    /// <exception cref="Model.BatteryException">The value exceeds the limits.</exception>
    public static PropertyValue? Read(ReadOnlySpan<char> text, int line) => new RegistryTextValue(text, line).ReadValue(0);

    private readonly bool IsAtEnd => _position >= _text.Length;

    private PropertyValue? ReadValue(int depth)
    {
        if (depth > PropertyListLimits.MaxDepth)
        {
            throw PropertyListLimits.TooDeep(_line);
        }

        return IsAtEnd
            ? null
            : _text[_position] switch
            {
                '{' => new PropertyDictionary(ReadEntries(depth)),
                '(' => new PropertyArray(ReadItems(depth)),
                '"' => ReadQuoted(depth) is { } text ? new PropertyScalar<string>(text) : null,
                '<' => ReadPastData(),
                _ => ReadWord(depth),
            };
    }

    private Dictionary<string, PropertyValue> ReadEntries(int depth)
    {
        var entries = new Dictionary<string, PropertyValue>();
        for (_position++; !IsAtEnd && _text[_position] != '}'; SkipToNext('}'))
        {
            if (_text[_position] != '"')
            {
                continue;
            }

            int length = _text[(_position + 1)..].IndexOf('"');
            if (length < 0)
            {
                continue;
            }

            string key = _text.Slice(_position + 1, length).ToString();
            _position += length + 2;
            SkipSpaces();
            if (IsAtEnd || _text[_position] != '=')
            {
                continue;
            }

            _position++;
            SkipSpaces();
            if (ReadValue(depth + 1) is { } value)
            {
                entries.TryAdd(key, value);
            }
        }

        _position++;
        return entries;
    }

    private List<PropertyValue> ReadItems(int depth)
    {
        var items = new List<PropertyValue>();
        for (_position++; !IsAtEnd && _text[_position] != ')'; SkipToNext(')'))
        {
            if (ReadValue(depth + 1) is { } value)
            {
                items.Add(value);
            }
        }

        _position++;
        return items;
    }

    // Web pages have spaces beside the equals sign.
    private void SkipSpaces()
    {
        while (!IsAtEnd && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    // After a value comes a comma or the end of its container; anything else is skipped.
    private void SkipToNext(char end)
    {
        while (!IsAtEnd && _text[_position] != ',' && _text[_position] != end)
        {
            _position++;
        }

        while (!IsAtEnd && (_text[_position] == ',' || char.IsWhiteSpace(_text[_position])))
        {
            _position++;
        }
    }

    // A string that is the whole value ends at the line's last quote; one in a container at a quote before ',', '}' or ')'.
    private string? ReadQuoted(int depth)
    {
        int start = _position + 1;
        int end = depth == 0 ? _text.LastIndexOf('"') : start;
        if (depth > 0)
        {
            while (end < _text.Length && !(_text[end] == '"' && end + 1 < _text.Length && _text[end + 1] is ',' or '}' or ')'))
            {
                end++;
            }
        }

        _position = Math.Min(end + 1, _text.Length);
        return end >= start && end < _text.Length ? _text[start..end].ToString() : null;
    }

    // Bytes in hexadecimal, or as a string in quotes.
    private PropertyValue? ReadPastData()
    {
        int length = _text[_position..].IndexOf('>');
        _position = length < 0 ? _text.Length : _position + length + 1;
        return null;
    }

    private PropertyValue? ReadWord(int depth)
    {
        int length = _text[_position..].IndexOfAny(',', '}', ')');
        bool isCut = length < 0 && depth > 0;
        ReadOnlySpan<char> word = (length < 0 ? _text[_position..] : _text.Slice(_position, length)).Trim();
        _position = length < 0 ? _text.Length : _position + length;
        return isCut ? null
            : word is "Yes" ? new PropertyScalar<bool>(true)
            : word is "No" ? new PropertyScalar<bool>(false)
            : PropertyNumber.TryParse(word, out long number) ? new PropertyScalar<long>(number)
            : null;
    }
}
