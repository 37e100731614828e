using System.Text.RegularExpressions;

namespace Battery.History.Report;

/// <summary>Masks what identifies a battery.</summary>
public static partial class Masking
{
    private const char Mask = '*';

    /// <summary>Replaces every letter and digit by an asterisk.</summary>
    public static string SerialNumber(string text) =>
        string.Create(text?.Length ?? 0, text, static (masked, original) =>
        {
            for (int i = 0; i < masked.Length; i++)
            {
                masked[i] = char.IsLetterOrDigit(original![i]) ? Mask : original[i];
            }
        });

    /// <summary>Masks hardware addresses in a name, except for their last pair.</summary>
    public static string Name(string name) =>
        AddressPattern().Replace(name, static match => SerialNumber(match.Value[..^2]) + match.Value[^2..]);

    /// <summary>Masks the serial number in an id of UPower (model, capacity, serial number): the part after the capacity, or after the last hyphen.</summary>
    public static string UPowerId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        int start = CapacityPattern().Match(id) is { Success: true } capacity ? capacity.Index + capacity.Length : id.LastIndexOf('-') + 1;
        return start == 0 ? id : Name(id[..start]) + SerialNumber(id[start..]);
    }

    [GeneratedRegex(@"\b(?:[0-9A-Fa-f]{2}[:_-]){5}[0-9A-Fa-f]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"-[0-9]{1,4}(?:-|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CapacityPattern();
}
