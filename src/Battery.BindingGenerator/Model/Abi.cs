namespace Battery.BindingGenerator.Model;

/// <summary>All that the library declares.</summary>
/// <param name="Version">The ABI's version.</param>
/// <param name="Enums">The enumerations.</param>
/// <param name="OpaqueTypes">The types that callers know only by pointers.</param>
/// <param name="Structs">The structs that callers fill or read.</param>
/// <param name="Groups">The functions, by subject.</param>
internal sealed record Abi(
    int Version,
    IReadOnlyList<AbiEnum> Enums,
    IReadOnlyList<AbiOpaqueType> OpaqueTypes,
    IReadOnlyList<AbiStruct> Structs,
    IReadOnlyList<AbiGroup> Groups)
{
    public IEnumerable<AbiFunction> Functions => Groups.SelectMany(static group => group.Functions);
}
