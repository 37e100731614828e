namespace Battery.Core.MacOS.Decoding;

/// <summary>The keys with which <c>ioreg -a</c> describes an entry of the registry.</summary>
internal static class RegistryKeys
{
    public const string Name = "IORegistryEntryName";
    public const string Class = "IOObjectClass";
    public const string Id = "IORegistryEntryID";
    public const string Children = "IORegistryEntryChildren";
}
