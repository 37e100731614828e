using System.Reflection;
using Battery.BindingGenerator.Exports;
using Battery.BindingGenerator.Help;
using Battery.BindingGenerator.Model;
using Battery.BindingGenerator.Reference;
using Battery.BindingGenerator.Values;

namespace Battery.BindingGenerator;

/// <summary>
/// Writes the files that are generated from the table of values (Battery.Ffi is compiled from them), those that are generated
/// from the exports, and the help that is generated from the cmdlets.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        try
        {
            return Run(arguments);
        }
        catch (InvalidOperationException e)
        {
            // In the form that MSBuild shows as an error of the build.
            Console.Error.WriteLine($"Battery.BindingGenerator : error BG0001: {e.Message}");
            return 1;
        }
    }

    private static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["values", string repository, string folder]:
                WriteValues(new Output(repository, folder).Clear());
                return 0;
            case ["exports", string ffi, string repository, string folder]:
                WriteExports(ffi, new Output(repository, folder).Clear());
                return 0;
            case ["help", string module, string repository, string folder]:
                WriteHelp(module, new Output(repository, folder).Clear());
                return 0;
            default:
                Console.Error.WriteLine("usage: Battery.BindingGenerator values <repository> <output folder>");
                Console.Error.WriteLine("       Battery.BindingGenerator exports <Battery.Ffi.dll> <repository> <output folder>");
                Console.Error.WriteLine("       Battery.BindingGenerator help <Battery.PowerShell.dll> <repository> <output folder>");
                return 64;
        }
    }

    private static void WriteValues(Output output)
    {
        ValueTable table = ValueTable.Read();
        output.Write("src/Battery.Ffi/Exports/BatteryGetters.g.cs", GetterWriter.Write(table));
        output.Write("src/Battery.Ffi/Types/BatteryInfo.g.cs", InfoWriter.Write(table));
        output.Write("src/Battery.Ffi/Errors/Names.g.cs", NameWriter.Write(table));
        output.Write("src/Battery.Ffi/Explanation/ValueNames.g.cs", ValueTextWriter.Write(table));
        output.Write("src/Battery.PowerShell/BatteryInfo.g.cs", ModuleWriter.Write(table));
        output.Write("src/Battery.PowerShell/Library/ValueTable.g.cs", ModuleTableWriter.Write(table));
        output.Write("src/Battery.PowerShell/PublicAPI.Unshipped.BatteryInfo.g.txt", ModuleWriter.WriteApi(table));
        output.Write("src/Battery.PowerShell/History/ReportValues.g.cs", ModuleWriter.WriteReport(table));
        output.Write("bindings/python/battery/_snapshot.py", SnapshotWriter.Write(table));
        output.Write("examples/c/battery_values.h", CValueWriter.Write(table));
        output.Write("tests/Battery.Tests.Shared/TableValue.g.cs", TestTableWriter.Write(table));
        output.Write("src/Battery.Metrics/MetricTable.g.cs", MetricTableWriter.Write(table));
        output.Write("docs/battery.schema.json", SchemaWriter.Write(table));
        DocumentationWriter.Write(table, output);
        ViewWriter.Write(table, output);
    }

    private static void WriteExports(string ffi, Output output)
    {
        Abi abi = AbiReader.Read(Assembly.LoadFrom(Path.GetFullPath(ffi)), Path.ChangeExtension(ffi, ".xml"));
        output.Write("src/Battery.Ffi/include/battery.h", CHeaderWriter.Write(abi));
        output.Write("src/Battery.Ffi/include/battery.abi", AbiListWriter.Write(abi));
        output.Write("src/Battery.PowerShell/Interop/NativeMethods.g.cs", CSharpWriter.Write(abi));
        output.Write("bindings/python/battery/_declarations.py", PythonWriter.Write(abi));
        output.Write($"packaging/debian/libbattery{abi.Version}.symbols", DebianSymbolsWriter.Write(abi));
        output.Write("docs/reference/c.md", CReferenceWriter.Write(abi));
        foreach (ManPage page in ManWriter.Write(abi))
        {
            output.Write($"docs/man/{page.File}", page.ToString());
        }
    }

    private static void WriteHelp(string module, Output output)
    {
        List<Cmdlet> cmdlets = CmdletReader.Read(Assembly.LoadFrom(Path.GetFullPath(module)), Path.ChangeExtension(module, ".xml"));
        output.Write("module/en-US/Battery.PowerShell.dll-Help.xml", HelpWriter.Write(cmdlets));
        output.Write("docs/reference/powershell.md", PowerShellReferenceWriter.Write(cmdlets));
    }
}
