using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Exports;

/// <summary>Reads the ABI from the compiled exports. The attributes are matched by name, so that nothing of Battery.Ffi is needed to build this.</summary>
internal sealed class AbiReader
{
    private static readonly Dictionary<Type, AbiType> s_types = new()
    {
        [typeof(void)] = new("void", "void", "None"),
        [typeof(nuint)] = new("size_t", "nuint", "ctypes.c_size_t"),
        [typeof(byte)] = new("char", "byte", "ctypes.c_char"),
        [typeof(int)] = new("int", "int", "ctypes.c_int"),
        [typeof(uint)] = new("uint32_t", "uint", "ctypes.c_uint32"),
        [typeof(ulong)] = new("uint64_t", "ulong", "ctypes.c_uint64"),
        [typeof(float)] = new("float", "float", "ctypes.c_float"),
        [typeof(double)] = new("double", "double", "ctypes.c_double"),
    };

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
        Type[] types = assembly.GetExportedTypes();
        List<AbiGroup> groups = [.. types
            .Where(static type => Exports(type).Any())
            .OrderBy(static type => (int)Section(type).ConstructorArguments[0].Value!)
            .Select(type => new AbiGroup(
                (string)Section(type).ConstructorArguments[1].Value!,
                _documentation.Summary($"T:{type.FullName}"),
                [.. Exports(type).Select(Function)]))];

        // Enumerations that no signature names, for example the bits of an option, belong to the header too.
        foreach (Type type in types.Where(static type => type.IsEnum))
        {
            Declare(type);
        }

        Type library = types.Single(static type => type.Name == "LibraryExports");
        return new(
            (int)library.GetField("AbiVersion")!.GetRawConstantValue()!,
            System.Version.Parse((string)library.GetField("VersionText")!.GetRawConstantValue()!),
            [.. assembly.GetTypes().Single(static type => type.Name == "UnknownValues").GetFields().Select(Constant)],
            [.. _enums.OrderBy(static e => e.CName, StringComparer.Ordinal)],
            _opaque,
            _structs,
            groups);
    }

    private static IEnumerable<MethodInfo> Exports(Type type) => type
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(static method => method.IsDefined(typeof(UnmanagedCallersOnlyAttribute)))
        .OrderBy(static method => method.MetadataToken);

    private static CustomAttributeData Section(Type type) => Find(type.GetCustomAttributesData(), "SectionAttribute")
        ?? throw new InvalidOperationException($"{type} has exports and no [Section]; add its section of the header");

    private static string Since(MethodInfo method) =>
        (string?)(Find(method.GetCustomAttributesData(), "SinceAttribute")
            ?? Find(method.DeclaringType!.GetCustomAttributesData(), "SinceAttribute"))?.ConstructorArguments[0].Value
        ?? throw new InvalidOperationException($"neither {method.Name} nor {method.DeclaringType} has [Since]; add the first version that has it");

    private static CustomAttributeData? Find(IList<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(data => data.AttributeType.Name == name);

    private AbiConstant Constant(FieldInfo field)
    {
        (string c, string? python) = field.GetRawConstantValue() switch
        {
            float.MaxValue => ("FLT_MAX", null),
            int.MaxValue => ("INT32_MAX", Number(int.MaxValue)),
            uint.MaxValue => ("UINT32_MAX", Number(uint.MaxValue)),
            ulong.MaxValue => ("UINT64_MAX", Number(ulong.MaxValue)),
            _ => throw new InvalidOperationException($"{field.Name} has no name in C"),
        };
        return new($"BATTERY_UNKNOWN_{field.Name.ToUpperInvariant()}", c, python, _documentation.Summary($"F:{field.DeclaringType!.FullName}.{field.Name}"));
    }

    private static string Number(ulong number) => string.Create(CultureInfo.InvariantCulture, $"0x{number:X}");

    private AbiFunction Function(MethodInfo method)
    {
        string id = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        List<AbiParameter> parameters = [.. method.GetParameters().Select(parameter =>
            new AbiParameter(Names.Snake(parameter.Name!), TypeOf(parameter.ParameterType, parameter, false), _documentation.Parameter(id, parameter.Name!)))];
        return new(
            method.GetCustomAttribute<UnmanagedCallersOnlyAttribute>()!.EntryPoint!,
            TypeOf(method.ReturnType, method.ReturnParameter, true),
            parameters,
            _documentation.Summary(id),
            method.ReturnType == typeof(void) ? string.Empty : _documentation.Returns(id),
            Since(method));
    }

    private static bool IsConst(ICustomAttributeProvider place) =>
        place.GetCustomAttributes(false).Any(static attribute => attribute.GetType().Name == "ConstAttribute");

    private AbiType TypeOf(Type type, ICustomAttributeProvider place, bool isReturn)
    {
        if (type.IsPointer)
        {
            Type target = type.GetElementType()!;
            bool isConst = IsConst(place);
            Declare(target);
            string c = (isConst ? "const " : string.Empty) + CName(target) + " *";
            bool isStruct = _structs.Any(s => s.Name == target.Name);
            return new(
                c,
                isStruct ? $"Native{target.Name}*" : target == typeof(byte) && !isReturn ? "byte*" : "nint",
                isStruct ? $"ctypes.POINTER({Names.Python(target.Name)})" : target == typeof(byte) && isConst ? "ctypes.c_char_p" : "ctypes.c_void_p");
        }

        Declare(type);
        if (type.IsEnum)
        {
            return new(CName(type), type.Name, "ctypes.c_int");
        }

        AbiType known = s_types.TryGetValue(type, out AbiType? found) ? found : throw new InvalidOperationException($"{type} has no counterpart in the C ABI");
        return place is ParameterInfo parameter && GivenName(parameter.GetCustomAttributesData()) is { } given ? known with { C = given } : known;
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

            // The table of values stands in another order than its numbers; negative numbers are errors, from -1 on.
            IEnumerable<AbiEnumMember> members = type.GetFields(BindingFlags.Static | BindingFlags.Public)
                .Select(field => new AbiEnumMember(
                    $"{cName}_{Names.Snake(field.Name)}".ToUpperInvariant(),
                    field.Name,
                    Convert.ToInt64(field.GetRawConstantValue(), null),
                    _documentation.Summary($"F:{type.FullName}.{field.Name}")))
                .OrderBy(static member => Math.Max(0, member.Value));
            _enums.Add(new(cName, type.Name, type.IsDefined(typeof(FlagsAttribute)), _documentation.Summary(id), [.. members]));
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
            TypeOf(field.FieldType, field, false),
            _documentation.Summary($"F:{type.FullName}.{field.Name}")))];
        _structs.Add(new(CName(type), type.Name, _documentation.Summary(id), declared));
    }

    private static string CName(Type type) =>
        s_types.TryGetValue(type, out AbiType? known) ? known.C : GivenName(type.GetCustomAttributesData()) ?? Names.CType(type.Name);

    private static string? GivenName(IList<CustomAttributeData> attributes) => (string?)Find(attributes, "CNameAttribute")?.ConstructorArguments[0].Value;
}
