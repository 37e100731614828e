using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Battery.Tests.Shared;
using ILOpCode = System.Reflection.Emit.OpCode;

namespace Battery.Ffi.Tests;

/// <summary>Reads the IL of the exports: an exception outside the guard would end the caller's process.</summary>
public class GuardTests
{
    // Each of these runs its work inside Guard.
    private static readonly string[] s_guards = ["Guard", "Getter"];

    // What an export may also call, and why: none of it allocates or uses memory of the caller.
    private static readonly string[] s_harmless =
    [
        "GuestProcess.get_IsRefused", "GuestProcess.get_Error", // A variable of guest.c.
        "LastError.WriteRefusal", // Copies a constant into the caller's buffer, which Argument.IsAddress has checked.
        "Argument.IsAddress", // Compares.
        "IntPtr.op_Explicit", "UIntPtr.op_Explicit", "ValueTuple`2..ctor", "ValueTuple`3..ctor", "ValueTuple`4..ctor", "ValueTuple`5..ctor",
        "Span`1..ctor", "Span`1.op_Implicit", "ReadOnlySpan`1.op_Implicit",
        "Span`1.get_Empty",
    ];

    // Exports without a guard: they return constants.
    private static readonly string[] s_constants = ["battery_version", "battery_abi_version", "battery_error_name"];

    private static readonly Dictionary<short, ILOpCode> s_opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (ILOpCode)field.GetValue(null)!).ToDictionary(static code => code.Value);

    [Fact]
    public void Every_export_runs_its_work_inside_the_guard()
    {
        using var file = new PEReader(File.OpenRead(Repository.At(
            "src", "Battery.Ffi", "bin", NativeLibraryFile.Metadata("Configuration"), "net10.0", NativeLibraryFile.Rid,
            "Battery.Ffi.dll")));
        MetadataReader metadata = file.GetMetadataReader();
        int exports = 0;
        foreach (MethodDefinition method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition))
        {
            if (ExportName(metadata, method) is not { } name)
            {
                continue;
            }

            exports++;
            string[] calls = [.. Calls(metadata, file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!)];
            if (s_constants.Contains(name))
            {
                continue;
            }

            Assert.True(calls.Any(IsGuard), $"{name} is not guarded");
            Assert.All(calls, call => Assert.True(
                IsGuard(call) || s_harmless.Contains(call) || IsSameClass(call, metadata, method), $"{name} calls {call} outside the guard"));
        }

        Assert.InRange(exports, 50, 500);
    }

    private static bool IsGuard(string call) => s_guards.Contains(call.Split('.')[0]);

    // The function pointer of the work, and an overload that takes the same as a number.
    private static bool IsSameClass(string call, MetadataReader metadata, MethodDefinition method) =>
        call.Split('.')[0] == metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name);

    private static string? ExportName(MetadataReader metadata, MethodDefinition method)
    {
        foreach (CustomAttribute attribute in method.GetCustomAttributes().Select(metadata.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) == "UnmanagedCallersOnlyAttribute")
            {
                // Prolog, no arguments, one named: a field of type string, its name, its value.
                BlobReader value = metadata.GetBlobReader(attribute.Value);
                value.Offset = 6;
                value.ReadSerializedString();
                return value.ReadSerializedString();
            }
        }

        return null;
    }

    // What the method calls or allocates, as Class.Method.
    private static IEnumerable<string> Calls(MetadataReader metadata, byte[] body)
    {
        for (int i = 0; i < body.Length;)
        {
            short value = body[i] == 0xFE ? (short)(0xFE00 | body[i + 1]) : body[i];
            ILOpCode code = s_opCodes[value];
            i += code.Size;
            if (code.OperandType == OperandType.InlineMethod)
            {
                yield return Name(metadata, MetadataTokens.EntityHandle(BitConverter.ToInt32(body, i)));
            }
            else if (code.OperandType is OperandType.InlineType
                && code != OpCodes.Sizeof && code != OpCodes.Initobj && code != OpCodes.Ldobj && code != OpCodes.Stobj)
            {
                yield return $"an allocation by.{code.Name}";
            }

            i += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, i)),
                _ => 4,
            };
        }
    }

    private static string Name(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                MethodDefinition method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return $"{metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name)}.{metadata.GetString(method.Name)}";
            case HandleKind.MethodSpecification:
                return Name(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            default:
                MemberReference member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return $"{TypeName(metadata, member.Parent)}.{metadata.GetString(member.Name)}";
        }
    }

    private static string TypeName(MetadataReader metadata, EntityHandle type)
    {
        if (type.Kind == HandleKind.TypeReference)
        {
            return metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name);
        }

        // A generic instance: its type, whether it is a class, the generic type.
        BlobReader signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
        signature.Offset = 2;
        return TypeName(metadata, signature.ReadTypeHandle());
    }
}
