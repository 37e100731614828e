namespace Battery.BindingGenerator.Model;

/// <summary>A parameter of a function.</summary>
internal sealed record AbiParameter(string Name, AbiType Type, string Summary);
