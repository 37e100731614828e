namespace Battery.Ffi.Declaration;

/// <summary>The version of the library that has an export first. On a class: of all exports that have none of their own.</summary>
/// <param name="version">The version.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SinceAttribute(string version) : Attribute
{
    /// <summary>The version.</summary>
    public string Version { get; } = version;
}
