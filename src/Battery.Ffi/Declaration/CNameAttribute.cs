namespace Battery.Ffi.Declaration;

/// <summary>The name of a type in the C header. On a return value: the name of its type.</summary>
/// <param name="name">The name.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.ReturnValue)]
public sealed class CNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
