using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Exports;

/// <summary>Writes the interop of Battery.PowerShell.</summary>
internal static class CSharpWriter
{
    // What a cmdlet takes or returns; all else is internal.
    private static readonly HashSet<string> s_public =
    [
        "AdapterType", "BatteryCondition", "BatteryError", "BatteryKind", "BatteryScope", "BatteryScopes", "BatteryState", "BatteryTechnology", "CapacityLevel",
        "ChargeBehavior", "ChargeType", "ChargeTypes", "ExternalPower", "MetricFormat", "PowerFlow",
    ];

    public static string Write(Abi abi)
    {
        var text = new StringBuilder();
        text.Append(Output.CSharpHeading).Append("""
            #pragma warning disable CS8981, IDE1006, CA1707, CA1028, CA1711, CA1720

            using System.Runtime.InteropServices;

            namespace Battery
            {

            """);
        text.Append(string.Join('\n', abi.Enums.Select(Enum)));
        text.Append("}\n\nnamespace Battery.PowerShell.Interop\n{\n");
        foreach (AbiStruct declared in abi.Structs)
        {
            text.Append(Struct(declared)).Append('\n');
        }

        text.Append("    /// <summary>The functions of libbattery, under their names in C. A handle is a number, 0 for NULL.</summary>\n");
        text.Append("    internal static unsafe partial class NativeMethods\n    {\n");
        text.Append("        /// <summary>The name that the resolver maps to the module's own file.</summary>\n");
        text.Append("        internal const string Library = \"libbattery\";\n\n");
        text.Append("        /// <summary>The ABI that these declarations describe.</summary>\n");
        text.Append(CultureInfo.InvariantCulture, $"        internal const int AbiVersion = {abi.Version};\n");
        foreach (AbiFunction function in abi.Functions)
        {
            string parameters = string.Join(", ", function.Parameters.Select(static parameter => $"{parameter.Type.CSharp} {parameter.Name}"));
            text.Append('\n').Append(Summary("        ", function.Summary));
            if (function.ReturnsText.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"        /// <returns>{Documentation.Escape(function.ReturnsText)}</returns>\n");
            }

            text.Append("        [LibraryImport(Library)]\n");
            text.Append(CultureInfo.InvariantCulture, $"        internal static partial {function.Returns.CSharp} {function.Name}({parameters});\n");
        }

        return text.Append("    }\n}\n").ToString();
    }

    private static string Enum(AbiEnum declared)
    {
        var text = new StringBuilder(Summary("    ", declared.Summary));
        text.Append(declared.IsFlags ? "    [System.Flags]\n" : string.Empty);
        text.Append(CultureInfo.InvariantCulture, $"    {(s_public.Contains(declared.Name) ? "public" : "internal")} enum {declared.Name}\n    {{\n");
        // Without the member of no flags, which PowerShell would offer as a value of a parameter; of a value it means unknown.
        IEnumerable<AbiEnumMember> members = declared.Members.Where(member => member.Value != 0 || !declared.IsFlags || member.Name == "Unknown");
        text.Append(string.Join('\n', members.Select(static member =>
            $"{Summary("        ", member.Summary)}        {member.Name} = {member.Value},\n")));
        return text.Append("    }\n").ToString();
    }

    private static string Struct(AbiStruct declared)
    {
        var text = new StringBuilder(Summary("    ", declared.Summary));
        text.Append(CultureInfo.InvariantCulture, $"    [StructLayout(LayoutKind.Sequential)]\n    internal unsafe struct Native{declared.Name}\n    {{\n");
        text.Append(string.Join('\n', declared.Fields.Select(static field =>
            $"{Summary("        ", field.Summary)}        internal {field.Type.CSharp} {field.Name};\n")));
        return text.Append("    }\n").ToString();
    }

    private static string Summary(string indent, string summary) => $"{indent}/// <summary>{Documentation.Escape(summary)}</summary>\n";
}
