namespace Battery.BindingGenerator.Model;

/// <summary>A function.</summary>
internal sealed record AbiFunction(string Name, AbiType Returns, IReadOnlyList<AbiParameter> Parameters, string Summary, string ReturnsText);
