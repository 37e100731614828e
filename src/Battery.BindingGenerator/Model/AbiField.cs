namespace Battery.BindingGenerator.Model;

/// <summary>A member of a struct.</summary>
internal sealed record AbiField(string CName, string Name, AbiType Type, string Summary);
