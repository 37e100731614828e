namespace Battery.BindingGenerator.Model;

/// <summary>A type that callers know only by pointers.</summary>
internal sealed record AbiOpaqueType(string CName, string Summary);
