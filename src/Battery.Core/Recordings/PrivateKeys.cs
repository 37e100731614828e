namespace Battery.Core.Recordings;

/// <summary>The names of properties, on any system, that identify one machine or one battery.</summary>
internal static class PrivateKeys
{
    // Serial numbers and identifiers. PPID is Dell's piece part identification; gauges of phones have SER_NO and a battery id.
    private static readonly string[] s_parts =
    [
        "serial", "ser_no", "serno", "barcode", "unique", "uuid", "guid", "ppid", "battery_id", "batteryid", "pack_id", "chip_id",
        "address", "bdaddr", "imei", "asset",
    ];

    // Too short to be searched for within a word.
    private static readonly string[] s_words = ["sn", "mac", "addr"];

    /// <summary>Whether the value of a key is private.</summary>
    /// <param name="key">A name, for example <c>serial_number</c>, <c>BATT_SN</c> or <c>BatterySerialNumber</c>.</param>
    public static bool Contain(string key) =>
        Array.Exists(s_parts, part => key.Contains(part, StringComparison.OrdinalIgnoreCase)) || Array.Exists(s_words, word => HasWord(key, word));

    private static bool HasWord(string key, string word)
    {
        int start = key.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        while (start >= 0)
        {
            int end = start + word.Length;
            if (IsBoundary(key, start) && IsBoundary(key, end))
            {
                return true;
            }

            start = key.IndexOf(word, start + 1, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    // Words are separated by other characters, and in camel case by a capital.
    private static bool IsBoundary(string key, int position) =>
        position == 0 || position == key.Length
        || !char.IsAsciiLetter(key[position - 1]) || !char.IsAsciiLetter(key[position])
        || (char.IsAsciiLetterLower(key[position - 1]) && char.IsAsciiLetterUpper(key[position]));
}
