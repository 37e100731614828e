namespace Battery.BindingGenerator.Model;

/// <summary>A struct.</summary>
internal sealed record AbiStruct(string CName, string Name, string Summary, IReadOnlyList<AbiField> Fields);
