using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Writers;

/// <summary>Writes battery.h: C89 but for the fixed-size integers, usable from C++. A program may have a battery.h of its own, so the guard is not the one that everybody takes.</summary>
internal static class CHeaderWriter
{
    public static string Write(Abi abi)
    {
        var text = new StringBuilder();
        text.Append("""
            /*
             * battery.h - what a machine's batteries are doing.
             *
             * Generated from libbattery's exports and their documentation by Battery.BindingGenerator. Do not edit:
             * change the exports, build, and run  dotnet build src/Battery.BindingGenerator -t:UpdateBindings
             *
             * Every function may be called from any thread. No handle that a caller passes can crash the process:
             * NULL, freed, of another type or random bits give the unknown value and BATTERY_ERROR_INVALID_HANDLE.
             * Pointers to memory (buffers, structs, texts to read) must be good, as everywhere in C.
             *
             * SPDX-License-Identifier: MIT
             */
            #ifndef LIBBATTERY_BATTERY_H
            #define LIBBATTERY_BATTERY_H

            #include <stddef.h>
            #include <stdint.h>

            #ifdef __cplusplus
            extern "C" {
            #endif


            """);
        text.Append(CultureInfo.InvariantCulture, $"/* The ABI that this header describes; battery_abi_version() gives the library's. */\n#define BATTERY_ABI_VERSION {abi.Version}\n\n");
        foreach (AbiEnum declared in abi.Enums)
        {
            WriteEnum(text, declared);
        }

        foreach (AbiOpaqueType type in abi.OpaqueTypes)
        {
            WriteComment(text, string.Empty, [type.Summary]);
            text.Append(CultureInfo.InvariantCulture, $"typedef struct {type.CName} {type.CName};\n\n");
        }

        foreach (AbiStruct declared in abi.Structs)
        {
            WriteStruct(text, declared);
        }

        foreach (AbiGroup group in abi.Groups)
        {
            text.Append("/* ------------------------------------------------------------------------------------------ */\n");
            WriteComment(text, string.Empty, [group.Summary]);
            text.Append('\n');
            foreach (AbiFunction function in group.Functions)
            {
                WriteFunction(text, function);
            }
        }

        text.Append("#ifdef __cplusplus\n}\n#endif\n\n#endif /* LIBBATTERY_BATTERY_H */\n");
        return text.ToString();
    }

    /// <summary>A function's declaration, without its semicolon.</summary>
    public static string Declaration(AbiFunction function)
    {
        string parameters = function.Parameters.Count == 0
            ? "void"
            : string.Join(", ", function.Parameters.Select(static parameter => Declarator(parameter.Type.C, parameter.Name)));
        return $"{Declarator(function.Returns.C, function.Name)}({parameters})";
    }

    private static string Declarator(string type, string name) => type.EndsWith('*') ? type + name : $"{type} {name}";

    private static void WriteEnum(StringBuilder text, AbiEnum declared)
    {
        WriteComment(text, string.Empty, [declared.Summary]);
        text.Append(CultureInfo.InvariantCulture, $"typedef enum {declared.CName} {{\n");
        for (int i = 0; i < declared.Members.Count; i++)
        {
            AbiEnumMember member = declared.Members[i];
            WriteComment(text, "    ", [member.Summary]);
            text.Append(CultureInfo.InvariantCulture, $"    {member.CName} = {member.Value}{(i + 1 < declared.Members.Count ? "," : string.Empty)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"}} {declared.CName};\n\n");
    }

    private static void WriteStruct(StringBuilder text, AbiStruct declared)
    {
        WriteComment(text, string.Empty, [declared.Summary]);
        text.Append(CultureInfo.InvariantCulture, $"typedef struct {declared.CName} {{\n");
        foreach (AbiField field in declared.Fields)
        {
            WriteComment(text, "    ", [field.Summary]);
            text.Append(CultureInfo.InvariantCulture, $"    {Declarator(field.Type.C, field.CName)};\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"}} {declared.CName};\n\n");
    }

    private static void WriteFunction(StringBuilder text, AbiFunction function)
    {
        List<string> paragraphs = [function.Summary];
        paragraphs.AddRange(function.Parameters.Select(static parameter => $"{parameter.Name}: {parameter.Summary}"));
        if (function.ReturnsText.Length > 0)
        {
            paragraphs.Add($"Returns: {function.ReturnsText}");
        }

        WriteComment(text, string.Empty, paragraphs);
        text.Append(Declaration(function)).Append(";\n\n");
    }

    private static void WriteComment(StringBuilder text, string indent, List<string> paragraphs)
    {
        List<string> lines = [.. paragraphs.SelectMany(paragraph => Wrapping.Lines(paragraph, indent + " * "))];
        if (lines.Count == 1 && lines[0].Length < 92)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}/*{lines[0][(indent.Length + 2)..]} */\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}/*\n{string.Join('\n', lines)}\n{indent} */\n");
    }
}
