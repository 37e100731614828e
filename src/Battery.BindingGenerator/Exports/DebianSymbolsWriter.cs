using System.Globalization;
using System.Text;

namespace Battery.BindingGenerator.Exports;

/// <summary>Writes the symbols of the Debian package: the first version that a program needs for each function that it calls.</summary>
internal static class DebianSymbolsWriter
{
    // The compiler of the library gives all exports this version. Not every linker writes a symbol for the version itself.
    private const string Node = "V1.0";

    public static string Write(Abi abi)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"libbattery.so.{abi.Version} libbattery{abi.Version} #MINVER#\n");
        text.Append("* Build-Depends-Package: libbattery-dev\n");
        string first = abi.Functions.Select(static function => function.Since).Min(StringComparer.Ordinal)!;
        text.Append(CultureInfo.InvariantCulture, $" (optional){Node}@{Node} {first}\n");
        foreach (AbiFunction function in abi.Functions.OrderBy(static function => function.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $" {function.Name}@{Node} {function.Since}\n");
        }

        return text.ToString();
    }
}
