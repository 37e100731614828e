using System.Text;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>One name of a property.</summary>
internal sealed class PropertyName
{
    private readonly byte[] _lowerCase;
    private readonly byte[] _ueventKey;

    /// <summary>Creates the name.</summary>
    /// <param name="name">The name in lower case.</param>
    /// <param name="property">The property.</param>
    /// <param name="isSecondary">Whether another name of the property takes precedence.</param>
    public PropertyName(ReadOnlySpan<byte> name, SupplyProperty property, bool isSecondary = false)
    {
        _lowerCase = name.ToArray();
        _ueventKey = [.. UeventPrefix, .. name, (byte)'='];
        Ascii.ToUpperInPlace(_ueventKey, out _);
        Property = property;
        IsSecondary = isSecondary;
    }

    /// <summary>What precedes the name in uevent.</summary>
    public static ReadOnlySpan<byte> UeventPrefix => "POWER_SUPPLY_"u8;

    /// <summary>The name of the file.</summary>
    public ReadOnlySpan<byte> LowerCase => _lowerCase;

    /// <summary>The name in uevent, without the prefix.</summary>
    public ReadOnlySpan<byte> UpperCase => _ueventKey.AsSpan(UeventPrefix.Length, _lowerCase.Length);

    /// <summary>What precedes the value in uevent, with the prefix and the equals sign.</summary>
    public ReadOnlySpan<byte> UeventKey => _ueventKey;

    /// <summary>The property.</summary>
    public SupplyProperty Property { get; }

    /// <summary>Whether another name of the property takes precedence: a newer one, or that of the momentary value.</summary>
    public bool IsSecondary { get; }
}
