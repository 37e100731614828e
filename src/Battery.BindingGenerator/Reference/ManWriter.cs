using System.Globalization;
using Battery.BindingGenerator.Exports;

namespace Battery.BindingGenerator.Reference;

/// <summary>Writes the manual pages: battery.h(3), its types, and one page for each group of functions.</summary>
internal static class ManWriter
{
    private const string Header = "battery.h";
    private const string Types = "battery-types";

    private static readonly string[] s_synopsis = ["#include <battery.h>"];

    public static IEnumerable<ManPage> Write(Abi abi) => [Overview(abi), TypesPage(abi), .. abi.Groups.Select(group => GroupPage(abi, group))];

    private static ManPage Overview(Abi abi)
    {
        var page = new ManPage(Header, abi.LibraryVersion);
        page.Names([Header, "libbattery"], CHeaderWriter.Title);
        page.Heading("Synopsis");
        page.Code([.. s_synopsis, string.Empty, "cc program.c $(pkg-config --cflags --libs battery)"]);
        page.Heading("Description");
        page.Plain(CHeaderWriter.Introduction);
        page.Heading("Functions");
        foreach (AbiGroup group in abi.Groups)
        {
            page.Item($"{ManPage.NameOf(group)}(3)", group.Summary);
        }

        page.Heading("Sentinels");
        foreach (AbiConstant constant in abi.Constants)
        {
            page.Item($"{constant.Name} ({constant.C})", constant.Summary);
        }

        page.Heading("Versions");
        page.Item("BATTERY_VERSION_MAJOR, BATTERY_VERSION_MINOR, BATTERY_VERSION_PATCH, BATTERY_VERSION_STRING", CHeaderWriter.VersionText);
        page.Item("BATTERY_VERSION_NUMBER", CHeaderWriter.VersionNumberText);
        page.Item(string.Create(CultureInfo.InvariantCulture, $"BATTERY_ABI_VERSION ({abi.Version})"), CHeaderWriter.AbiVersionText);
        page.SeeAlso([.. abi.Groups.Select(ManPage.NameOf), Types]);
        return page;
    }

    private static ManPage TypesPage(Abi abi)
    {
        var page = new ManPage(Types, abi.LibraryVersion);
        page.Names([Types, .. TypeNames(abi)], "the types of libbattery");
        page.Heading("Synopsis");
        page.Code(s_synopsis);
        page.Heading("Opaque types");
        foreach (AbiOpaqueType type in abi.OpaqueTypes)
        {
            page.Item(type.CName, type.Summary);
        }

        page.Heading("Structures");
        foreach (AbiStruct type in abi.Structs)
        {
            page.Subheading($"struct {type.CName}");
            page.Plain(type.Summary);
            foreach (AbiField field in type.Fields)
            {
                page.Item(CHeaderWriter.Declarator(field.Type.C, field.CName), field.Summary);
            }
        }

        page.Heading("Enumerations");
        foreach (AbiEnum type in abi.Enums)
        {
            page.Subheading($"enum {type.CName}");
            page.Plain(type.Summary);
            foreach (AbiEnumMember member in type.Members)
            {
                page.Item(string.Create(CultureInfo.InvariantCulture, $"{member.CName} ({member.Value})"), member.Summary);
            }
        }

        page.SeeAlso([Header]);
        return page;
    }

    private static IEnumerable<string> TypeNames(Abi abi) =>
    [
        .. abi.OpaqueTypes.Select(static type => type.CName), .. abi.Structs.Select(static type => type.CName), .. abi.Enums.Select(static type => type.CName),
    ];

    private static ManPage GroupPage(Abi abi, AbiGroup group)
    {
        var page = new ManPage(ManPage.NameOf(group), abi.LibraryVersion);
        string subject = $"libbattery: {char.ToLowerInvariant(group.Title[0])}{group.Title[1..]}";
        page.Names([ManPage.NameOf(group), .. group.Functions.Select(static function => function.Name)], subject);
        page.Heading("Synopsis");
        page.Code([.. s_synopsis, string.Empty, .. group.Functions.Select(static function => CHeaderWriter.Declaration(function) + ";")]);
        page.Heading("Description");
        page.Plain(group.Summary);
        foreach (AbiFunction function in group.Functions)
        {
            page.Subheading($"{function.Name}()");
            page.Plain(function.Summary);
            foreach (AbiParameter parameter in function.Parameters)
            {
                page.Item(parameter.Name, parameter.Summary);
            }

            if (function.ReturnsText.Length > 0)
            {
                page.Paragraph($"Returns: {function.ReturnsText}");
            }

            page.Paragraph($"Since: {function.Since}");
        }

        page.SeeAlso([Header, .. abi.Groups.Where(other => other != group).Select(ManPage.NameOf), Types]);
        return page;
    }
}
