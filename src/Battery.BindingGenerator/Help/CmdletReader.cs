using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Help;

/// <summary>
/// Reads the cmdlets of an assembly: what their attributes say, and the texts of their XML documentation. Attributes are read as
/// metadata, because PowerShellStandard holds declarations without code.
/// </summary>
internal sealed class CmdletReader
{
    private const string AllSets = "__AllParameterSets";
    private readonly Documentation _documentation;
    private readonly Dictionary<string, string> _names;
    private readonly List<Type> _classes;

    private CmdletReader(Assembly module, string documentation)
    {
        _classes = [.. module.ExportedTypes.Where(static type => Attribute(type, nameof(CmdletAttribute)) is not null)];
        _names = _classes.ToDictionary(static type => type.FullName!, static type => string.Join('-', Verb(type), Noun(type)));
        _documentation = new(Name);
        _documentation.Load(documentation);
    }

    /// <summary>The cmdlets, in the order of their names.</summary>
    /// <exception cref="InvalidOperationException">A text is missing.</exception>
    public static List<Cmdlet> Read(Assembly module, string documentation)
    {
        var reader = new CmdletReader(module, documentation);
        return [.. reader._classes.Select(reader.Read).OrderBy(static cmdlet => cmdlet.Name, StringComparer.Ordinal)];
    }

    private Cmdlet Read(Type type)
    {
        List<CmdletParameter> parameters = [.. type.GetProperties()
            .Where(static property => Attribute(property, nameof(ParameterAttribute)) is not null)
            .OrderBy(static property => Depth(property.DeclaringType))
            .Select(Parameter)];
        CustomAttributeData cmdlet = Attribute(type, nameof(CmdletAttribute))!;
        if (Named(cmdlet, nameof(CmdletAttribute.SupportsShouldProcess)) is true)
        {
            parameters.Add(Common("WhatIf", "wi", "Reports what the command would do, and does nothing."));
            parameters.Add(Common("Confirm", "cf", "Asks for confirmation before the command does anything."));
        }

        string[] sets = [.. parameters.SelectMany(static parameter => parameter.Sets.Keys).Where(static set => set.Length > 0).Distinct()];
        string? first = (string?)Named(cmdlet, nameof(CmdletAttribute.DefaultParameterSetName));
        return new(Verb(type), Noun(type), Text(type), parameters, sets.Length == 0 ? [string.Empty] : [.. sets.OrderBy(set => set != first)]);
    }

    private CmdletText Text(Type type)
    {
        string id = $"T:{type.FullName}";
        List<CmdletExample> examples = [.. _documentation.Elements(id, "example").Select(Example)];
        IEnumerable<string> related = _documentation.Elements(id, "seealso").Select(static element => element.Attribute("cref")!.Value).Select(Name);
        string seeAlso = $"See also: {string.Join(", ", related.Append("about_Battery"))}.";
        return new(
            _documentation.Summary(id),
            Paragraphs(id, "remarks"),
            Types(id, "input"),
            Types(id, "output"),
            [.. Paragraphs(id, "note"), seeAlso],
            examples.Count > 0 ? examples : throw new InvalidOperationException($"{id} has no <example> in its documentation; write one"));
    }

    private CmdletParameter Parameter(PropertyInfo property)
    {
        string id = $"P:{property.DeclaringType!.FullName}.{property.Name}";
        return new(property.Name, property.PropertyType, _documentation.Summary(id), _documentation.Optional(id, "default"))
        {
            Sets = property.GetCustomAttributesData()
                .Where(static data => data.AttributeType.Name == nameof(ParameterAttribute))
                .ToDictionary(SetName, Use),
            Aliases = Attribute(property, nameof(AliasAttribute))?.ConstructorArguments[0].Value is IEnumerable<CustomAttributeTypedArgument> names
                ? [.. names.Select(static name => (string)name.Value!)]
                : [],
            SupportsWildcards = Attribute(property, nameof(SupportsWildcardsAttribute)) is not null,
        };
    }

    private static CmdletParameter Common(string name, string alias, string description) => new(name, typeof(SwitchParameter), description, null)
    {
        Sets = new Dictionary<string, ParameterUse> { [string.Empty] = new(false, null, false, false) },
        Aliases = [alias],
    };

    private static string SetName(CustomAttributeData parameter) =>
        Named(parameter, nameof(ParameterAttribute.ParameterSetName)) is string name and not AllSets ? name : string.Empty;

    private static ParameterUse Use(CustomAttributeData parameter) => new(
        Named(parameter, nameof(ParameterAttribute.Mandatory)) is true,
        (int?)Named(parameter, nameof(ParameterAttribute.Position)),
        Named(parameter, nameof(ParameterAttribute.ValueFromPipeline)) is true,
        Named(parameter, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)) is true);

    // The paragraphs of all elements of one name: those in <para>, or else each element's whole text.
    private List<string> Paragraphs(string id, string element) => [.. _documentation.Elements(id, element)
        .SelectMany(static part => part.Elements("para").Any() ? part.Elements("para") : [part])
        .Select(_documentation.Text)];

    private List<CmdletType> Types(string id, string element) => [.. _documentation.Elements(id, element)
        .Select(part => new CmdletType(part.Attribute("cref")!.Value[2..], _documentation.Text(part)))];

    private CmdletExample Example(XElement example)
    {
        XElement code = example.Element("code") ?? throw new InvalidOperationException($"An <example> has no <code>: {example}");
        return new(
            _documentation.Text(code.ElementsBeforeSelf("para").Single()),
            _documentation.Text(code),
            _documentation.Text(code.ElementsAfterSelf("para").Single()));
    }

    // How the help names a member: a cmdlet by its name, a parameter with its hyphen.
    private string Name(string target)
    {
        string name = target[2..];
        return _names.TryGetValue(name, out string? cmdlet) ? cmdlet
            : target.StartsWith("P:", StringComparison.Ordinal) ? '-' + name[(name.LastIndexOf('.') + 1)..]
            : name;
    }

    private static string Verb(Type type) => (string)Attribute(type, nameof(CmdletAttribute))!.ConstructorArguments[0].Value!;

    private static string Noun(Type type) => (string)Attribute(type, nameof(CmdletAttribute))!.ConstructorArguments[1].Value!;

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    private static CustomAttributeData? Attribute(MemberInfo member, string name) =>
        member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name == name);

    private static object? Named(CustomAttributeData data, string name) =>
        data.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;
}
