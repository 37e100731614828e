using System.Globalization;
using System.Text;

namespace Battery.BindingGenerator.Exports;

/// <summary>Writes battery.abi: the ABI without documentation, one declaration per line, so that a change is visible in a diff.</summary>
internal static class AbiListWriter
{
    public static string Write(Abi abi)
    {
        var text = new StringBuilder();
        text.Append("# The ABI of libbattery, generated. A line that changes or is removed breaks programs: raise AbiVersion.\n");
        text.Append(CultureInfo.InvariantCulture, $"abi {abi.Version}\n");
        foreach (AbiEnum declared in abi.Enums)
        {
            foreach (AbiEnumMember member in declared.Members)
            {
                text.Append(CultureInfo.InvariantCulture, $"enum {declared.CName} {member.CName} = {member.Value}\n");
            }
        }

        foreach (AbiStruct declared in abi.Structs)
        {
            foreach (AbiField field in declared.Fields)
            {
                text.Append(CultureInfo.InvariantCulture, $"struct {declared.CName} {field.Type.C} {field.CName}\n");
            }
        }

        foreach (AbiFunction function in abi.Functions.OrderBy(static function => function.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{CHeaderWriter.Declaration(function)}\n");
        }

        return text.ToString();
    }
}
