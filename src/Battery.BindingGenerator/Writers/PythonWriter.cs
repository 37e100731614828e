using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Writers;

/// <summary>Writes the ctypes declarations of the Python package.</summary>
internal static class PythonWriter
{
    public static string Write(Abi abi)
    {
        var text = new StringBuilder();
        text.Append(""""
            # Generated from libbattery's exports and their documentation by Battery.BindingGenerator. Do not edit:
            # change the exports, build, and run  dotnet build src/Battery.BindingGenerator -t:UpdateBindings
            """The declarations of battery.h for ctypes.

            Texts that must be freed are void pointers: as c_char_p, ctypes would copy them and lose the pointer.
            """

            import ctypes
            import enum


            """");
        text.Append(CultureInfo.InvariantCulture, $"ABI_VERSION = {abi.Version}\n");
        foreach (AbiEnum declared in abi.Enums)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\nclass {Names.Python(declared.Name)}(enum.{(declared.IsFlags ? "IntFlag" : "IntEnum")}):\n{Docstring(declared.Summary)}\n");
            foreach (AbiEnumMember member in declared.Members)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {Names.Snake(member.Name).ToUpperInvariant()} = {member.Value}\n{Docstring(member.Summary)}\n");
            }

            text.Length--;
        }

        foreach (AbiStruct declared in abi.Structs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\nclass {Names.Python(declared.Name)}(ctypes.Structure):\n{Docstring(declared.Summary)}\n    _fields_ = [\n");
            foreach (AbiField field in declared.Fields)
            {
                text.AppendJoin('\n', Wrapping.Lines(field.Summary, "        # "));
                text.Append(CultureInfo.InvariantCulture, $"\n        (\"{field.CName}\", {field.Type.Python}),\n");
            }

            text.Append("    ]\n");
        }

        text.Append("\n\n_FUNCTIONS = {\n");
        foreach (AbiFunction function in abi.Functions)
        {
            string arguments = string.Join(", ", function.Parameters.Select(static parameter => parameter.Type.Python));
            text.Append(CultureInfo.InvariantCulture, $"    \"{function.Name}\": ({function.Returns.Python}, [{arguments}]),\n");
        }

        return text.Append(""""
            }


            def declare(library: ctypes.CDLL) -> ctypes.CDLL:
                """Gives the library's functions their types."""
                for name, (result, arguments) in _FUNCTIONS.items():
                    function = getattr(library, name)
                    function.restype = result
                    function.argtypes = arguments
                return library

            """").ToString();
    }

    private static string Docstring(string summary) =>
        string.Join('\n', Wrapping.Lines($"\"\"\"{summary}\"\"\"", "    ")) + "\n";
}
