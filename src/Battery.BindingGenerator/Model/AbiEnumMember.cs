namespace Battery.BindingGenerator.Model;

/// <summary>A member of an enumeration.</summary>
internal sealed record AbiEnumMember(string CName, string Name, long Value, string Summary);
