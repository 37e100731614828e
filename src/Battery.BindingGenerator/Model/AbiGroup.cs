namespace Battery.BindingGenerator.Model;

/// <summary>Functions of one subject.</summary>
internal sealed record AbiGroup(string Summary, IReadOnlyList<AbiFunction> Functions);
