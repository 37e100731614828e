namespace Battery.BindingGenerator.Help;

/// <summary>A cmdlet as its help shows it.</summary>
internal sealed record Cmdlet(string Verb, string Noun, CmdletText Text, IReadOnlyList<CmdletParameter> Parameters, IReadOnlyList<string> ParameterSets)
{
    public string Name => $"{Verb}-{Noun}";
}

/// <summary>The texts of a cmdlet, from the XML documentation of its class.</summary>
/// <param name="Synopsis">One sentence.</param>
/// <param name="Description">Paragraphs.</param>
/// <param name="Inputs">The types that the pipeline takes.</param>
/// <param name="Outputs">The types that it writes.</param>
/// <param name="Notes">Paragraphs.</param>
/// <param name="Examples">The examples.</param>
internal sealed record CmdletText(
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<CmdletType> Inputs,
    IReadOnlyList<CmdletType> Outputs,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CmdletExample> Examples);

/// <summary>A type on the pipeline.</summary>
internal sealed record CmdletType(string Name, string Description);

/// <summary>An example: a title, a script, and what it does.</summary>
internal sealed record CmdletExample(string Title, string Code, string Remark);
