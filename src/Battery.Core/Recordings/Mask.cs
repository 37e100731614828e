namespace Battery.Core.Recordings;

/// <summary>Takes out of a recording what tells one person's machine from another's, and leaves its shape.</summary>
internal static class Mask
{
    private const byte Masked = (byte)'*';
    private const int PairsInAddress = 6;
    private const int AddressLength = (3 * PairsInAddress) - 1;

    /// <summary>Masks every letter and digit; what a reader takes for no text stays no text.</summary>
    public static void SerialNumber(Span<byte> text)
    {
        foreach (ref byte value in text)
        {
            value = char.IsAsciiLetterOrDigit((char)value) ? Masked : value;
        }
    }

    /// <summary>Masks hardware addresses (<c>aa:bb:cc:dd:ee:ff</c>), which drivers of wireless peripherals put into names; the last pair stays, so that two mice stay two.</summary>
    public static void Addresses(Span<byte> text)
    {
        for (int start = 0; start + AddressLength <= text.Length; start++)
        {
            if (IsAddress(text.Slice(start, AddressLength)))
            {
                SerialNumber(text.Slice(start, AddressLength - 2));
                start += AddressLength - 1;
            }
        }
    }

    // Windows cannot hold a colon in a name, so copies of a tree have hyphens.
    private static bool IsAddress(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool fits = i % 3 == 2 ? text[i] is (byte)':' or (byte)'-' : char.IsAsciiHexDigit((char)text[i]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
