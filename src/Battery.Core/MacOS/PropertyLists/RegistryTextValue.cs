using System.Text;

namespace Battery.Core.MacOS.PropertyLists;

/// <summary>
/// A value as <c>ioreg</c> prints it: <c>12</c>, <c>Yes</c>, <c>"text"</c>, <c>&lt;00ff&gt;</c>, <c>{"Key"=value,…}</c>,
/// <c>(value,…)</c>. Quotes in texts are not escaped, and a terminal cuts long lines; what is whole before the cut is kept.
/// </summary>
internal ref struct RegistryTextValue
{
    private const string Ends = ",})";

    private readonly ReadOnlySpan<char> _text;
    private readonly int _line;
    private int _position;

    private RegistryTextValue(ReadOnlySpan<char> text, int line)
    {
        _text = text;
        _line = line;
    }

    /// <summary>The value that a line holds, or null where it is none.</summary>
    /// <exception cref="Model.BatteryException">The value is hostile.</exception>
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
                '<' => ReadData(),
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
            int equals = _position + length + 2;
            if (length < 0 || equals >= _text.Length || _text[equals] != '=')
            {
                continue;
            }

            string key = _text.Slice(_position + 1, length).ToString();
            _position = equals + 1;
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

    // Behind a value stands a comma or the end of what it is in; anything else there is passed over.
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

    // A line's own text ends at its last quote; one within something ends at a quote behind which that goes on.
    private string? ReadQuoted(int depth)
    {
        int start = _position + 1;
        int end = depth == 0 ? _text.LastIndexOf('"') : start;
        if (depth > 0)
        {
            while (end < _text.Length && !(_text[end] == '"' && end + 1 < _text.Length && Ends.Contains(_text[end + 1])))
            {
                end++;
            }
        }

        _position = Math.Min(end + 1, _text.Length);
        return end >= start && end < _text.Length ? _text[start..end].ToString() : null;
    }

    // Bytes in hexadecimal; those that can be read stand as text in quotes, as <"AAPL">.
    private PropertyScalar<ReadOnlyMemory<byte>>? ReadData()
    {
        int length = _text[_position..].IndexOf('>');
        if (length < 0)
        {
            _position = _text.Length;
            return null;
        }

        ReadOnlySpan<char> inside = _text.Slice(_position + 1, length - 1);
        _position += length + 1;
        if (inside.StartsWith('"'))
        {
            return new(Encoding.UTF8.GetBytes(inside.Trim('"').ToString()));
        }

        string digits = inside.ToString().Replace(" ", string.Empty, StringComparison.Ordinal);
        byte[] bytes = new byte[digits.Length / 2];
        return Convert.FromHexString(digits, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? new(bytes) : null;
    }

    private PropertyValue? ReadWord(int depth)
    {
        int length = _text[_position..].IndexOfAny(Ends);
        bool isCut = length < 0 && depth > 0;
        ReadOnlySpan<char> word = (length < 0 ? _text[_position..] : _text.Slice(_position, length)).Trim();
        _position = length < 0 ? _text.Length : _position + length;
        return isCut ? null
            : word is "Yes" ? new PropertyScalar<bool>(true)
            : word is "No" ? new PropertyScalar<bool>(false)
            : PropertyNumber.TryParseInteger(word, out long number) ? new PropertyScalar<long>(number)
            : null;
    }
}
