namespace Battery.BindingGenerator.Model;

/// <summary>An enumeration.</summary>
internal sealed record AbiEnum(string CName, string Name, bool IsFlags, string Summary, IReadOnlyList<AbiEnumMember> Members);
