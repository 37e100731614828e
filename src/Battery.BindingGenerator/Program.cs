using System.Reflection;
using Battery.BindingGenerator.Model;
using Battery.BindingGenerator.Writers;

namespace Battery.BindingGenerator;

/// <summary>Writes every declaration of the C ABI into a folder.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [string assembly, string folder])
        {
            Console.Error.WriteLine("usage: Battery.BindingGenerator <Battery.Ffi.dll> <output folder>");
            return 64;
        }

        Abi abi = AbiReader.Read(Assembly.LoadFrom(Path.GetFullPath(assembly)), Path.ChangeExtension(assembly, ".xml"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "battery.h"), CHeaderWriter.Write(abi));
        File.WriteAllText(Path.Combine(folder, "battery.abi"), AbiListWriter.Write(abi));
        File.WriteAllText(Path.Combine(folder, "NativeMethods.g.cs"), CSharpWriter.Write(abi));
        File.WriteAllText(Path.Combine(folder, "_declarations.py"), PythonWriter.Write(abi));
        return 0;
    }
}
