using System.Management.Automation;
using System.Reflection;

namespace Battery.Shell;

/// <summary>The entry of the process.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        // The engine reports its use to its makers unless told otherwise; a test host has nothing to report.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

        ShellOptions options = ShellOptions.Parse(args);
        ShellConsole console = ShellConsole.OfProcess();
        if (options.Error is not null)
        {
            return RefuseCommandLine(console, options.Error);
        }

        switch (options.Mode)
        {
            case ShellMode.Help:
                console.Out.WriteLine(ShellOptions.Usage);
                return ExitCodes.Success;
            case ShellMode.Version:
                console.Out.WriteLine(VersionText());
                return ExitCodes.Success;
            case ShellMode.File when !File.Exists(options.ScriptPath):
                return RefuseCommandLine(
                    console,
                    $"The argument '{options.ScriptPath}' is not recognized as the name of a script file. Check the "
                    + "spelling of the name, or if a path was included, verify that the path is correct and try again.");
            default:
                return new Session(console, options).Run();
        }
    }

    /// <summary>What <c>-Version</c> prints.</summary>
    /// <returns>The versions of the shell and of the engine.</returns>
    internal static string VersionText()
        => $"Battery.Shell {InformationalVersion(typeof(Program))} "
            + $"(System.Management.Automation {InformationalVersion(typeof(PSObject))})";

    private static string InformationalVersion(Type type)
    {
        string? version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

        // What follows the version is the commit, or words on it.
        return version?.Split('+', ' ')[0] ?? "0.0.0";
    }

    private static int RefuseCommandLine(ShellConsole console, string error)
    {
        console.Error.WriteLine(error);
        console.Error.WriteLine();
        console.Error.WriteLine(ShellOptions.Usage);
        return ExitCodes.Usage;
    }
}
