namespace Battery.Core.MacOS.Decoding;

/// <summary>The keys by which <c>ioreg -a</c> says what an entry of the registry is.</summary>
internal static class RegistryKeys
{
    public const string Name = "IORegistryEntryName";
    public const string Class = "IOObjectClass";
    public const string Id = "IORegistryEntryID";
    public const string Children = "IORegistryEntryChildren";
}
