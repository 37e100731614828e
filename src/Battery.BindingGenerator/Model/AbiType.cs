namespace Battery.BindingGenerator.Model;

/// <summary>A type as each language spells it.</summary>
/// <param name="C">In C, with a star where it is a pointer, as <c>const char *</c>.</param>
/// <param name="CSharp">In the C# interop.</param>
/// <param name="Python">In the ctypes declarations.</param>
internal sealed record AbiType(string C, string CSharp, string Python);
