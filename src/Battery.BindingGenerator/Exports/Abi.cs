namespace Battery.BindingGenerator.Exports;

/// <summary>All that the library declares.</summary>
/// <param name="Version">The version of the ABI.</param>
/// <param name="LibraryVersion">The version of the library, for example 1.2.3.</param>
/// <param name="Constants">The numbers that mean unknown.</param>
/// <param name="Enums">The enumerations.</param>
/// <param name="OpaqueTypes">The types that callers know only by pointers.</param>
/// <param name="Structs">The structs that callers fill or read.</param>
/// <param name="Groups">The functions, by subject, in the order of use.</param>
internal sealed record Abi(
    int Version,
    Version LibraryVersion,
    IReadOnlyList<AbiConstant> Constants,
    IReadOnlyList<AbiEnum> Enums,
    IReadOnlyList<AbiOpaqueType> OpaqueTypes,
    IReadOnlyList<AbiStruct> Structs,
    IReadOnlyList<AbiGroup> Groups)
{
    public IEnumerable<AbiFunction> Functions => Groups.SelectMany(static group => group.Functions);
}

/// <summary>A named number.</summary>
/// <param name="Name">The name in C.</param>
/// <param name="C">The number in C.</param>
/// <param name="Python">The number in Python; null where it has another form there.</param>
/// <param name="Summary">The documentation.</param>
internal sealed record AbiConstant(string Name, string C, string? Python, string Summary);

/// <summary>An enumeration.</summary>
internal sealed record AbiEnum(string CName, string Name, bool IsFlags, string Summary, IReadOnlyList<AbiEnumMember> Members);

/// <summary>A member of an enumeration.</summary>
internal sealed record AbiEnumMember(string CName, string Name, long Value, string Summary);

/// <summary>A type that callers know only by pointers.</summary>
internal sealed record AbiOpaqueType(string CName, string Summary);

/// <summary>A struct.</summary>
internal sealed record AbiStruct(string CName, string Name, string Summary, IReadOnlyList<AbiField> Fields);

/// <summary>A member of a struct.</summary>
internal sealed record AbiField(string CName, string Name, AbiType Type, string Summary);

/// <summary>Functions of one subject.</summary>
/// <param name="Title">The heading of the header's section.</param>
/// <param name="Summary">The documentation of the section.</param>
/// <param name="Functions">The functions.</param>
internal sealed record AbiGroup(string Title, string Summary, IReadOnlyList<AbiFunction> Functions);

/// <summary>A function.</summary>
internal sealed record AbiFunction(string Name, AbiType Returns, IReadOnlyList<AbiParameter> Parameters, string Summary, string ReturnsText, string Since);

/// <summary>A parameter of a function.</summary>
internal sealed record AbiParameter(string Name, AbiType Type, string Summary);

/// <summary>A type as each language spells it.</summary>
/// <param name="C">In C, with a star if it is a pointer, for example <c>const char *</c>.</param>
/// <param name="CSharp">In the C# interop.</param>
/// <param name="Python">In the ctypes declarations.</param>
internal sealed record AbiType(string C, string CSharp, string Python);
