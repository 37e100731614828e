using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Exports;

/// <summary>
/// Writes battery.h: C89 except for the fixed-size integers, usable from C++. A program may have a battery.h of its own, so the
/// guard is not the usual one.
/// </summary>
internal static class CHeaderWriter
{
    public const string Title = "the state of a machine's batteries";

    public const string Introduction =
        "Every function may be called from any thread. An invalid handle never crashes the process: NULL, a freed handle, one of another "
        + "type or random bits return the sentinel and set BATTERY_ERROR_INVALID_HANDLE. Pointers to memory (buffers, structs, strings) "
        + "must be valid, as usual in C.";

    public const string VersionText = "The version of the library that this header belongs to; battery_version() returns that of the loaded library.";
    public const string VersionNumberText = "The version as one number to compare with: major * 10000 + minor * 100 + patch.";
    public const string AbiVersionText = "The ABI that this header describes; battery_abi_version() returns that of the loaded library.";

    public static string Write(Abi abi)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            /*
             * battery.h - {Title}.
             *
             * {Output.Heading.Replace("\n", "\n * ", StringComparison.Ordinal)}
             *
            {string.Join('\n', Wrapping.Lines(Introduction, " * ", 110))}
             *
             * SPDX-License-Identifier: MIT
             */
            #ifndef LIBBATTERY_BATTERY_H
            #define LIBBATTERY_BATTERY_H

            #include <float.h>
            #include <stddef.h>
            #include <stdint.h>

            #ifdef __cplusplus
            extern "C" {"{"}
            #endif


            """);
        WriteConstants(text, abi);
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
            WriteSection(text, group.Title);
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

    /// <summary>The value of BATTERY_VERSION_NUMBER.</summary>
    public static int VersionNumber(Version version) => (version.Major * 10_000) + (version.Minor * 100) + version.Build;

    /// <summary>A function's declaration, without its semicolon.</summary>
    public static string Declaration(AbiFunction function)
    {
        string parameters = function.Parameters.Count == 0
            ? "void"
            : string.Join(", ", function.Parameters.Select(static parameter => Declarator(parameter.Type.C, parameter.Name)));
        return $"{Declarator(function.Returns.C, function.Name)}({parameters})";
    }

    /// <summary>A name behind its type.</summary>
    public static string Declarator(string type, string name) => type.EndsWith('*') ? type + name : $"{type} {name}";

    private static void WriteSection(StringBuilder text, string title) =>
        text.Append(CultureInfo.InvariantCulture, $"/* ---- {title} {new string('-', 83 - title.Length)} */\n\n");

    private static void WriteConstants(StringBuilder text, Abi abi)
    {
        Version version = abi.LibraryVersion;
        WriteSection(text, "Versions and sentinels");
        text.Append(CultureInfo.InvariantCulture, $"""
            /* {VersionText} */
            #define BATTERY_VERSION_MAJOR {version.Major}
            #define BATTERY_VERSION_MINOR {version.Minor}
            #define BATTERY_VERSION_PATCH {version.Build}
            #define BATTERY_VERSION_STRING "{version}"
            /* {VersionNumberText} */
            #define BATTERY_VERSION_NUMBER {VersionNumber(version)}

            /* {AbiVersionText} */
            #define BATTERY_ABI_VERSION {abi.Version}


            """);
        foreach (AbiConstant constant in abi.Constants)
        {
            WriteComment(text, string.Empty, [constant.Summary]);
            text.Append(CultureInfo.InvariantCulture, $"#define {constant.Name} {constant.C}\n");
        }

        text.Append('\n');
        WriteSection(text, "Types");
    }

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

        paragraphs.Add($"Since: {function.Since}");

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
