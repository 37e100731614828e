using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Help;

namespace Battery.BindingGenerator.Reference;

/// <summary>Writes the reference of the cmdlets for the documentation: what Get-Help shows.</summary>
internal static class PowerShellReferenceWriter
{
    public static string Write(IReadOnlyList<Cmdlet> cmdlets)
    {
        var text = new StringBuilder(Markdown.Heading);
        text.Append("""
            # Reference: PowerShell

            Every cmdlet of the module `Battery`, as `Get-Help` shows it. [The values](../values.md) have the properties of a battery and their rules,
            [the cookbook](../cookbook.md) has complete scripts. The common parameters, for example `-Verbose`, are left out.

            | cmdlet | purpose |
            |---|---|

            """);
        foreach (Cmdlet cmdlet in cmdlets)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{cmdlet.Name}](#{cmdlet.Name.ToLowerInvariant()}) | {Markdown.Cell(cmdlet.Text.Synopsis)} |\n");
        }

        foreach (Cmdlet cmdlet in cmdlets)
        {
            WriteCmdlet(text, cmdlet);
        }

        return text.ToString();
    }

    private static void WriteCmdlet(StringBuilder text, Cmdlet cmdlet)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {cmdlet.Name}\n\n{Markdown.Escape(cmdlet.Text.Synopsis)}\n\n```\n");
        text.AppendJoin("\n\n", cmdlet.ParameterSets.Select(set => Syntax(cmdlet, set)));
        text.Append("\n```\n\n");
        text.AppendJoin(string.Empty, cmdlet.Text.Description.Select(static paragraph => $"{Markdown.Escape(paragraph)}\n\n"));
        text.Append("| parameter | type | default | pipeline | meaning |\n|---|---|---|---|---|\n");
        foreach (CmdletParameter parameter in cmdlet.Parameters.OrderBy(static parameter => parameter.Name, StringComparer.Ordinal))
        {
            string aliases = parameter.Aliases.Count == 0 ? string.Empty : $" Alias: {string.Join(", ", parameter.Aliases)}.";
            string values = parameter.Values.Any() ? $" One of {string.Join(", ", parameter.Values)}." : string.Empty;
            string wildcards = parameter.SupportsWildcards ? " Wildcards are allowed." : string.Empty;
            string pipeline = parameter.Sets.Values.First().PipelineText.Replace("True ", string.Empty, StringComparison.Ordinal).Trim('(', ')');
            text.Append(CultureInfo.InvariantCulture, $"| `-{parameter.Name}` | `{parameter.ValueType.Name}` | ");
            text.Append(CultureInfo.InvariantCulture, $"{Markdown.Cell(parameter.Default ?? string.Empty)} | ");
            text.Append(CultureInfo.InvariantCulture, $"{(pipeline == "False" ? string.Empty : pipeline)} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Markdown.Cell(parameter.Description + values + wildcards + aliases)} |\n");
        }

        WriteTypes(text, "Input", cmdlet.Text.Inputs);
        WriteTypes(text, "Output", cmdlet.Text.Outputs);
        foreach (CmdletExample example in cmdlet.Text.Examples)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{Markdown.Escape(example.Title)}**\n\n```powershell\n{example.Code}\n```\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Markdown.Escape(example.Remark)}\n");
        }

        text.AppendJoin(string.Empty, cmdlet.Text.Notes.Select(static note => $"\n{Markdown.Escape(note)}\n"));
    }

    private static void WriteTypes(StringBuilder text, string title, IReadOnlyList<CmdletType> types)
    {
        foreach (CmdletType type in types)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{title}: `{type.Name}`. {Markdown.Escape(type.Description)}\n");
        }
    }

    private static string Syntax(Cmdlet cmdlet, string set) => string.Join(' ', cmdlet.Parameters
        .Select(parameter => (Parameter: parameter, Use: parameter.InSet(set)))
        .Where(static item => item.Use is not null)
        .OrderBy(static item => item.Use!.Position ?? int.MaxValue)
        .ThenByDescending(static item => item.Use!.IsMandatory)
        .Select(static item => Syntax(item.Parameter, item.Use!))
        .Prepend(cmdlet.Name));

    private static string Syntax(CmdletParameter parameter, ParameterUse use)
    {
        string name = use.Position is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        string whole = parameter.IsSwitch ? name : $"{name} <{parameter.ValueType.Name}>";
        return use.IsMandatory ? whole : $"[{whole}]";
    }
}
