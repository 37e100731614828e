using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Exports;

/// <summary>Writes the ctypes declarations of the Python package.</summary>
internal static class PythonWriter
{
    public static string Write(Abi abi)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Output.Heading.Replace("\n", "\n# ", StringComparison.Ordinal)}\n");
        text.Append(""""
            """The declarations of battery.h for ctypes.

            Strings that must be freed are void pointers: as c_char_p, ctypes would copy them and lose the pointer.
            """

            import ctypes
            import enum


            """");
        text.Append(CultureInfo.InvariantCulture, $"VERSION = \"{abi.LibraryVersion}\"\nABI_VERSION = {abi.Version}\n\n");
        foreach (AbiConstant constant in abi.Constants.Where(static constant => constant.Python is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"{constant.Name["BATTERY_".Length..]} = {constant.Python}\n{Docstring(constant.Summary, string.Empty)}");
        }

        foreach (AbiEnum declared in abi.Enums)
        {
            string type = declared.IsFlags ? "IntFlag" : "IntEnum";
            text.Append(CultureInfo.InvariantCulture, $"\n\nclass {Names.Python(declared.Name)}(enum.{type}):\n{Docstring(declared.Summary)}\n");
            foreach (AbiEnumMember member in declared.Members)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {Names.Snake(member.Name).ToUpperInvariant()} = {member.Value}\n{Docstring(member.Summary)}\n");
            }

            text.Length--;
        }

        foreach (AbiStruct declared in abi.Structs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\nclass {Names.Python(declared.Name)}(ctypes.Structure):\n{Docstring(declared.Summary)}\n");
            text.Append("    _fields_ = [\n");
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
                """Sets the types of the library's functions."""
                for name, (result, arguments) in _FUNCTIONS.items():
                    function = getattr(library, name)
                    function.restype = result
                    function.argtypes = arguments
                return library

            """").ToString();
    }

    /// <summary>A documentation string in lines.</summary>
    public static string Docstring(string summary, string indent = "    ") =>
        string.Join('\n', Wrapping.Lines($"\"\"\"{summary}\"\"\"", indent)) + "\n";
}
