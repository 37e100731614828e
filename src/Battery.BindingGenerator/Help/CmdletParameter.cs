using System.Globalization;
using System.Management.Automation;

namespace Battery.BindingGenerator.Help;

/// <summary>A parameter of a cmdlet.</summary>
internal sealed record CmdletParameter(string Name, Type Type, string Description, string? Default)
{
    /// <summary>The parameter in each of its sets; a set without a name stands for all.</summary>
    public required IReadOnlyDictionary<string, ParameterUse> Sets { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool SupportsWildcards { get; init; }

    public bool IsSwitch => ValueType.Name == nameof(SwitchParameter);

    /// <summary>The type whose name the help shows: a value that may be missing is shown as the value.</summary>
    public Type ValueType => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>The values of an enumeration; else none.</summary>
    public IEnumerable<string> Values => (ValueType.GetElementType() ?? ValueType) is { IsEnum: true } type ? Enum.GetNames(type) : [];

    /// <summary>How the parameter is used in a set; null if it is not in it.</summary>
    public ParameterUse? InSet(string set) => Sets.TryGetValue(set, out ParameterUse? use) || Sets.TryGetValue(string.Empty, out use) ? use : null;
}

/// <summary>The values of [Parameter] for one parameter set.</summary>
internal sealed record ParameterUse(bool IsMandatory, int? Position, bool ByValue, bool ByPropertyName)
{
    public string PositionText => Position?.ToString(CultureInfo.InvariantCulture) ?? "named";

    public string PipelineText => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
