namespace Battery.Ffi.Declaration;

/// <summary>Marks a pointer whose target the function only reads: <c>const</c> in C.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.ReturnValue)]
public sealed class ConstAttribute : Attribute;
