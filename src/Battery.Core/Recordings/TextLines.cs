namespace Battery.Core.Recordings;

/// <summary>The lines of a text in UTF-8, one at a time and without copies. A line ends in a line feed, with or without a carriage return before it.</summary>
/// <param name="text">The text.</param>
internal ref struct TextLines(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    /// <summary>The line, without its end.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>The number of the line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Goes to the next line.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        int length = _rest.IndexOf((byte)'\n');
        Current = (length < 0 ? _rest : _rest[..length]).TrimEnd((byte)'\r');
        _rest = length < 0 ? [] : _rest[(length + 1)..];
        Number++;
        return true;
    }

    /// <summary>Takes the first word off a line; words stand between blanks and tabs. Empty if there is none.</summary>
    public static ReadOnlySpan<byte> TakeWord(scoped ref ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t"u8);
        int length = line.IndexOfAny((byte)' ', (byte)'\t');
        ReadOnlySpan<byte> word = length < 0 ? line : line[..length];
        line = line[word.Length..];
        return word;
    }
}
