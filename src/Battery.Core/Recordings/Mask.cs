namespace Battery.Core.Recordings;

/// <summary>Masks what identifies a machine, and keeps its format.</summary>
internal static class Mask
{
    private const byte Masked = (byte)'*';
    private const int PairsInAddress = 6;
    private const int AddressLength = (3 * PairsInAddress) - 1;
    private const int BareAddressLength = 2 * PairsInAddress;
    private const int Kept = 2;

    /// <summary>Masks every letter and digit of any script. A string that readers treat as unknown stays so.</summary>
    public static void SerialNumber(Span<byte> text)
    {
        foreach (ref byte value in text)
        {
            value = char.IsAsciiLetterOrDigit((char)value) || value >= 0x80 ? Masked : value;
        }
    }

    /// <summary>Masks the part of a name that identifies a device; its end stays, so that two devices stay distinct.</summary>
    public static void Identity(Span<byte> text) => SerialNumber(text[..Math.Max(0, text.Length - Kept)]);

    /// <summary>
    /// Masks hardware addresses (<c>aa:bb:cc:dd:ee:ff</c>, <c>aabbccddeeff</c>), which are in names of wireless peripherals;
    /// the last pair stays, so that two peripherals stay distinct.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="withoutLetters">Whether twelve digits are an address, as in a name; elsewhere they may be a number.</param>
    public static void Addresses(Span<byte> text, bool withoutLetters = false)
    {
        for (int start = 0; start + AddressLength <= text.Length; start++)
        {
            if (IsAddress(text.Slice(start, AddressLength)))
            {
                Identity(text.Slice(start, AddressLength));
                start += AddressLength - 1;
            }
        }

        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start;
            while (end < text.Length && char.IsAsciiLetterOrDigit((char)text[end]))
            {
                end++;
            }

            if (IsBareAddress(text[start..end], withoutLetters))
            {
                Identity(text[start..end]);
            }
        }
    }

    private static bool IsBareAddress(ReadOnlySpan<byte> word, bool withoutLetters)
    {
        bool hasLetter = withoutLetters;
        foreach (byte value in word)
        {
            hasLetter |= char.IsAsciiLetter((char)value);
            if (!char.IsAsciiHexDigit((char)value))
            {
                return false;
            }
        }

        return hasLetter && word.Length == BareAddressLength;
    }

    // Names on Windows cannot contain a colon, so copies of a tree have hyphens; some drivers use underscores or dots.
    private static bool IsAddress(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool fits = i % 3 == 2 ? text[i] is (byte)':' or (byte)'-' or (byte)'_' or (byte)'.' : char.IsAsciiHexDigit((char)text[i]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
