using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Help;

/// <summary>Writes the file that Get-Help reads (MAML).</summary>
internal static class HelpWriter
{
    private static readonly XNamespace s_help = "http://msh";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static string Write(IEnumerable<Cmdlet> cmdlets)
    {
        var document = new XDocument(
            new XComment($"\n{Output.Heading}\n"),
            new XElement(s_help + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(Command)));
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            document.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static XElement Command(Cmdlet cmdlet) => new(
        s_command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", s_maml),
        new XAttribute(XNamespace.Xmlns + "command", s_command),
        new XAttribute(XNamespace.Xmlns + "dev", s_dev),
        new XElement(
            s_command + "details",
            new XElement(s_command + "name", cmdlet.Name),
            new XElement(s_command + "verb", cmdlet.Verb),
            new XElement(s_command + "noun", cmdlet.Noun),
            Description([cmdlet.Text.Synopsis])),
        Description(cmdlet.Text.Description),
        new XElement(s_command + "syntax", cmdlet.ParameterSets.Select(set => Syntax(cmdlet, set))),
        new XElement(
            s_command + "parameters",
            cmdlet.Parameters.OrderBy(static parameter => parameter.Name, StringComparer.Ordinal).Select(static parameter => Parameter(parameter))),
        new XElement(s_command + "inputTypes", cmdlet.Text.Inputs.Select(static type => PipelineType("inputType", type))),
        new XElement(s_command + "returnValues", cmdlet.Text.Outputs.Select(static type => PipelineType("returnValue", type))),
        new XElement(s_maml + "alertSet", new XElement(s_maml + "alert", Paragraphs(cmdlet.Text.Notes))),
        new XElement(s_command + "examples", cmdlet.Text.Examples.Select(Example)),

        // Empty until the build puts the project's address there: with any link Get-Help would advise -Online, which needs an address.
        new XElement(s_command + "relatedLinks", string.Empty));

    private static XElement Syntax(Cmdlet cmdlet, string set) => new(
        s_command + "syntaxItem",
        new XElement(s_maml + "name", cmdlet.Name),
        cmdlet.Parameters
            .Select(parameter => (Parameter: parameter, Use: parameter.InSet(set)))
            .Where(static item => item.Use is not null)
            .OrderBy(static item => item.Use!.Position ?? int.MaxValue)
            .ThenByDescending(static item => item.Use!.IsMandatory)
            .Select(static item => Parameter(item.Parameter, item.Use!, isSyntax: true)));

    // Outside a syntax a parameter is described once, by the first of its sets.
    private static XElement Parameter(CmdletParameter parameter) => Parameter(parameter, parameter.Sets.Values.First(), isSyntax: false);

    private static XElement Parameter(CmdletParameter parameter, ParameterUse use, bool isSyntax) => new(
        s_command + "parameter",
        new XAttribute("required", use.IsMandatory),
        new XAttribute("variableLength", parameter.ValueType.IsArray),
        new XAttribute("globbing", parameter.SupportsWildcards),
        new XAttribute("pipelineInput", use.PipelineText),
        new XAttribute("position", use.PositionText),
        new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(s_maml + "name", parameter.Name),
        Description([parameter.Description]),
        isSyntax && parameter.Values.Any()
            ? new XElement(s_command + "parameterValueGroup", parameter.Values.Select(static value => Value(value, isRequired: false)))
            : null,
        isSyntax && parameter.IsSwitch ? null : Value(parameter.ValueType.Name, isRequired: !parameter.IsSwitch),
        new XElement(s_dev + "type", new XElement(s_maml + "name", parameter.ValueType.Name), new XElement(s_maml + "uri")),
        new XElement(s_dev + "defaultValue", parameter.Default ?? (parameter.IsSwitch ? "False" : "None")));

    private static XElement Value(string text, bool isRequired) =>
        new(s_command + "parameterValue", new XAttribute("required", isRequired), new XAttribute("variableLength", false), text);

    private static XElement PipelineType(string element, CmdletType type) =>
        new(s_command + element, new XElement(s_dev + "type", new XElement(s_maml + "name", type.Name)), Description([type.Description]));

    private static XElement Example(CmdletExample example, int index) => new(
        s_command + "example",
        new XElement(s_maml + "title", $"---------- Example {index + 1}: {example.Title} ----------"),
        new XElement(s_dev + "code", example.Code),
        new XElement(s_dev + "remarks", Paragraphs([example.Remark])));

    private static XElement Description(IEnumerable<string> paragraphs) => new(s_maml + "description", Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) => paragraphs.Select(static text => new XElement(s_maml + "para", text));
}
