namespace Battery.Core.MacOS.Dumps;

/// <summary>
/// Where a property list begins in a text that may hold the command that printed it, too: where a line does, or after XML's
/// own declarations. Elsewhere <c>&lt;dict&gt;</c> is part of a string in a text dump.
/// </summary>
internal static class PropertyListStart
{
    private static readonly byte[][] s_roots = ["<plist"u8.ToArray(), "<dict"u8.ToArray(), "<array"u8.ToArray()];

    /// <summary>Finds the list.</summary>
    /// <param name="text">UTF-8.</param>
    /// <returns>Where it begins, or -1.</returns>
    public static int Find(ReadOnlySpan<byte> text)
    {
        bool isXml = false;
        int start = text.IndexOf((byte)'<');
        while (start >= 0)
        {
            isXml |= IsAtStartOfLine(text, start) && text[(start + 1)..] is [(byte)'?' or (byte)'!', ..];
            if ((isXml || IsAtStartOfLine(text, start)) && IsRoot(text[start..]))
            {
                return start;
            }

            int next = text[(start + 1)..].IndexOf((byte)'<');
            start = next < 0 ? -1 : start + 1 + next;
        }

        return -1;
    }

    private static bool IsAtStartOfLine(ReadOnlySpan<byte> text, int position)
    {
        while (position > 0 && text[position - 1] is (byte)' ' or (byte)'\t')
        {
            position--;
        }

        return position == 0 || text[position - 1] is (byte)'\n' or (byte)'\r';
    }

    private static bool IsRoot(ReadOnlySpan<byte> text)
    {
        foreach (byte[] root in s_roots)
        {
            if (text.StartsWith(root) && text[root.Length..] is [var next, ..] && (next is (byte)'>' or (byte)'/' || IsSpace(next)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
