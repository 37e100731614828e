using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Exports;

namespace Battery.BindingGenerator.Reference;

/// <summary>Writes the reference of the C interface for the documentation.</summary>
internal static class CReferenceWriter
{
    public static string Write(Abi abi)
    {
        var text = new StringBuilder(Markdown.Heading);
        text.Append(CultureInfo.InvariantCulture, $"""
            # Reference: C

            Every function, type and constant of `battery.h`, version {abi.LibraryVersion}. [The guide](../c-api.md) has ownership, errors, threads and waiting;
            [the values](../values.md) have their rules. The same text is in `battery.h`, and in `man battery.h`.

            {Markdown.Escape(CHeaderWriter.Introduction)}

            ## Functions


            """);
        foreach (AbiGroup group in abi.Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {group.Title}\n\n{Markdown.Escape(group.Summary)}\n\n");
            foreach (AbiFunction function in group.Functions)
            {
                WriteFunction(text, function);
            }
        }

        text.Append("## Constants\n\n| constant | value | meaning |\n|---|---|---|\n");
        foreach (AbiConstant constant in abi.Constants)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{constant.Name}` | `{constant.C}` | {Markdown.Cell(constant.Summary)} |\n");
        }

        Version version = abi.LibraryVersion;
        string header = Markdown.Cell(CHeaderWriter.VersionText);
        text.Append(CultureInfo.InvariantCulture, $"""
            | `BATTERY_VERSION_MAJOR`, `_MINOR`, `_PATCH` | `{version.Major}`, `{version.Minor}`, `{version.Build}` | {header} |
            | `BATTERY_VERSION_STRING` | `"{version}"` | {header} |
            | `BATTERY_VERSION_NUMBER` | `{CHeaderWriter.VersionNumber(version)}` | {Markdown.Cell(CHeaderWriter.VersionNumberText)} |
            | `BATTERY_ABI_VERSION` | `{abi.Version}` | {Markdown.Cell(CHeaderWriter.AbiVersionText)} |

            """);
        text.Append("\n## Opaque types\n\n| type | meaning |\n|---|---|\n");
        foreach (AbiOpaqueType type in abi.OpaqueTypes)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{type.CName}` | {Markdown.Cell(type.Summary)} |\n");
        }

        text.Append("\n## Structures\n\n");
        foreach (AbiStruct type in abi.Structs)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {type.CName}\n\n{Markdown.Escape(type.Summary)}\n\n| member | meaning |\n|---|---|\n");
            text.AppendJoin(string.Empty, type.Fields.Select(static field =>
                $"| `{CHeaderWriter.Declarator(field.Type.C, field.CName)}` | {Markdown.Cell(field.Summary)} |\n"));
            text.Append('\n');
        }

        text.Append("## Enumerations\n\n");
        foreach (AbiEnum type in abi.Enums)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {type.CName}\n\n{Markdown.Escape(type.Summary)}\n\n| member | number | meaning |\n|---|---|---|\n");
            text.AppendJoin(string.Empty, type.Members.Select(static member =>
                string.Create(CultureInfo.InvariantCulture, $"| `{member.CName}` | {member.Value} | {Markdown.Cell(member.Summary)} |\n")));
            text.Append('\n');
        }

        text.Length--;
        return text.ToString();
    }

    private static void WriteFunction(StringBuilder text, AbiFunction function)
    {
        text.Append(CultureInfo.InvariantCulture, $"#### {function.Name}\n\n```c\n{CHeaderWriter.Declaration(function)};\n```\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Markdown.Escape(function.Summary)}\n\n");
        foreach (AbiParameter parameter in function.Parameters)
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{parameter.Name}`: {Markdown.Escape(parameter.Summary)}\n");
        }

        if (function.ReturnsText.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Returns: {Markdown.Escape(function.ReturnsText)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"- Since: {function.Since}\n\n");
    }
}
