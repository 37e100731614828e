using System.Reflection;
using System.Runtime.InteropServices;

namespace Battery.BindingGenerator.Model;

/// <summary>Reads the ABI off the compiled exports. The attributes are matched by name, so that nothing of Battery.Ffi is needed to build this.</summary>
internal sealed class AbiReader
{
    private readonly Documentation _documentation = new();
    private readonly List<AbiEnum> _enums = [];
    private readonly List<AbiOpaqueType> _opaque = [];
    private readonly List<AbiStruct> _structs = [];
    private readonly HashSet<Type> _seen = [];

    public static Abi Read(Assembly assembly, string documentation)
    {
        var reader = new AbiReader();
        reader._documentation.Load(documentation);
        foreach (AssemblyName name in assembly.GetReferencedAssemblies())
        {
            string path = Path.Combine(Path.GetDirectoryName(documentation)!, name.Name + ".xml");
            if (File.Exists(path))
            {
                reader._documentation.Load(path);
            }
        }

        return reader.ReadAll(assembly);
    }

    private Abi ReadAll(Assembly assembly)
    {
        var groups = new List<AbiGroup>();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(static type => type.MetadataToken))
        {
            List<AbiFunction> functions = [.. type
                .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(static method => method.IsDefined(typeof(UnmanagedCallersOnlyAttribute)))
                .OrderBy(static method => method.MetadataToken)
                .Select(Function)];
            if (functions.Count > 0)
            {
                groups.Add(new(_documentation.Summary($"T:{type.FullName}"), functions));
            }
        }

        // Enumerations that no signature names, as the bits of an option, belong to the header too.
        foreach (Type type in assembly.GetExportedTypes().Where(static type => type.IsEnum))
        {
            Declare(type);
        }

        int version = (int)assembly.GetExportedTypes().Single(static type => type.Name == "LibraryExports").GetField("AbiVersion")!.GetRawConstantValue()!;
        return new(version, [.. _enums.OrderBy(static e => e.CName, StringComparer.Ordinal)], _opaque, _structs, groups);
    }

    private AbiFunction Function(MethodInfo method)
    {
        string id = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        string name = method.GetCustomAttribute<UnmanagedCallersOnlyAttribute>()!.EntryPoint!;
        List<AbiParameter> parameters = [.. method.GetParameters().Select(parameter =>
            new AbiParameter(Names.Snake(parameter.Name!), TypeOf(parameter.ParameterType, IsConst(parameter), false), _documentation.Parameter(id, parameter.Name!)))];
        bool isVoid = method.ReturnType == typeof(void);
        return new(
            name,
            TypeOf(method.ReturnType, IsConst(method.ReturnParameter), true),
            parameters,
            _documentation.Summary(id),
            isVoid ? string.Empty : _documentation.Returns(id));
    }

    private static bool IsConst(ICustomAttributeProvider place) =>
        place.GetCustomAttributes(false).Any(static attribute => attribute.GetType().Name == "ConstAttribute");

    private AbiType TypeOf(Type type, bool isConst, bool isReturn)
    {
        if (type.IsPointer)
        {
            Type target = type.GetElementType()!;
            Declare(target);
            string c = (isConst ? "const " : string.Empty) + CName(target) + " *";
            bool isStruct = _structs.Any(s => s.Name == target.Name);
            return new(
                c,
                isStruct ? $"Native{target.Name}*" : target == typeof(byte) && !isReturn ? "byte*" : "nint",
                isStruct ? $"ctypes.POINTER({Names.Python(target.Name)})" : target == typeof(byte) && isConst ? "ctypes.c_char_p" : "ctypes.c_void_p");
        }

        Declare(type);
        return type.IsEnum ? new(CName(type), type.Name, "ctypes.c_int") : new(CName(type), CSharpName(type), PythonName(type));
    }

    private void Declare(Type type)
    {
        if (type.IsPrimitive || type == typeof(void) || !_seen.Add(type))
        {
            return;
        }

        string id = $"T:{type.FullName}";
        if (type.IsEnum)
        {
            string cName = CName(type);
            List<AbiEnumMember> members = [.. type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => new AbiEnumMember(
                $"{cName}_{Names.Snake(field.Name)}".ToUpperInvariant(),
                field.Name,
                Convert.ToInt64(field.GetRawConstantValue(), null),
                _documentation.Summary($"F:{type.FullName}.{field.Name}")))];
            _enums.Add(new(cName, type.Name, type.IsDefined(typeof(FlagsAttribute)), _documentation.Summary(id), members));
            return;
        }

        FieldInfo[] fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public);
        if (fields.Length == 0)
        {
            _opaque.Add(new(CName(type), _documentation.Summary(id)));
            return;
        }

        List<AbiField> declared = [.. fields.Select(field => new AbiField(
            Names.Snake(field.Name),
            field.Name,
            TypeOf(field.FieldType, IsConst(field), false),
            _documentation.Summary($"F:{type.FullName}.{field.Name}")))];
        _structs.Add(new(CName(type), type.Name, _documentation.Summary(id), declared));
    }

    private static string CName(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type == typeof(void) => "void",
        _ when type == typeof(nuint) => "size_t",
        _ when !type.IsPrimitive => GivenName(type) ?? Names.CType(type.Name),
        TypeCode.Byte => "char",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint32_t",
        TypeCode.UInt64 => "uint64_t",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        _ => throw new InvalidOperationException($"{type} has no counterpart in the C ABI"),
    };

    private static string? GivenName(Type type) => (string?)type.GetCustomAttributesData()
        .FirstOrDefault(static data => data.AttributeType.Name == "CNameAttribute")?.ConstructorArguments[0].Value;

    private static string CSharpName(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type == typeof(void) => "void",
        _ when type == typeof(nuint) => "nuint",
        TypeCode.Byte => "byte",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        _ => throw new InvalidOperationException($"{type} has no counterpart in the interop"),
    };

    private static string PythonName(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type == typeof(void) => "None",
        _ when type == typeof(nuint) => "ctypes.c_size_t",
        TypeCode.Int32 => "ctypes.c_int",
        TypeCode.UInt32 => "ctypes.c_uint32",
        TypeCode.UInt64 => "ctypes.c_uint64",
        TypeCode.Single => "ctypes.c_float",
        TypeCode.Double => "ctypes.c_double",
        _ => throw new InvalidOperationException($"{type} has no counterpart in ctypes"),
    };
}
