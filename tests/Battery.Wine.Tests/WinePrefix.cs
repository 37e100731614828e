using Battery.Tests.Shared;

namespace Battery.Wine.Tests;

/// <summary>A Wine prefix with the driver and its bays; created once and kept, since that takes ten seconds.</summary>
internal static class WinePrefix
{
    // Seconds; a run takes 20.
    private const string Limit = "120";

    private const string AdapterFolder = "/sys/class/power_supply";

    private static readonly string s_folder = Path.Combine(WindowsBuild.Folder, "prefix");

    private static readonly (string, string?)[] s_environment =
    [
        ("WINEPREFIX", s_folder), ("WINEARCH", "win64"), ("WINEDEBUG", "-all"), ("DISPLAY", null),

        // With it, .NET crashes in Wine under load.
        ("DOTNET_EnableWriteXorExecute", "0"),
    ];

    // The program's stand-in for Wine's own library.
    private static readonly (string, string?)[] s_program = [.. s_environment, ("WINEDLLOVERRIDES", "cfgmgr32=n,b")];

    /// <summary>The loader of Wine, not the script, which requires the 32-bit part.</summary>
    public static string? Wine { get; } = new[] { "/usr/lib/wine/wine64", "/usr/bin/wine64" }.FirstOrDefault(File.Exists);

    /// <summary>Creates the prefix unless it exists with these bays.</summary>
    public static void Prepare()
    {
        string registry = Repository.At("tests", "wine", "driver", "fakebat.reg");
        string made = Path.Combine(s_folder, "made-of.reg");
        Stop();
        if (!File.Exists(made) || File.ReadAllText(made) != File.ReadAllText(registry))
        {
            if (Directory.Exists(s_folder))
            {
                Directory.Delete(s_folder, recursive: true);
            }

            Make("wineboot", "-i");
            Make("winecfg", "-v", "win10");
            Make("regedit", "/S", registry);
            File.Copy(registry, made);

            // Services are read from the registry when Wine starts.
            Stop();
        }
    }

    /// <summary>Copies the current driver into the prefix.</summary>
    public static void Install(string driver) =>
        File.Copy(driver, Path.Combine(s_folder, "drive_c", "windows", "system32", "drivers", "fakebat.sys"), overwrite: true);

    /// <summary>Runs a script in PowerShell with the module.</summary>
    public static CommandResult RunScript(string script)
    {
        string drive = Path.Combine(s_folder, "dosdevices", "b:");
        if (!Directory.Exists(drive))
        {
            File.CreateSymbolicLink(drive, WindowsBuild.PowerShell);
        }

        // A .NET process hangs in Wine, in rare cases, while its collector stops the threads.
        return Command.Run("timeout",
            [Limit, Wine!, @"B:\shell\Battery.ScriptHost.exe", $"Z:{script}"],
            null, [.. s_environment, ("PSModulePath", @"B:\module")]);
    }

    /// <summary>Runs the program. As root with an adapter of the test: Wine reports the external power of Linux.</summary>
    public static CommandResult RunProgram(string program)
    {
        string adapter = Directory.CreateDirectory(Path.Combine(WindowsBuild.Folder, "supplies", "AC")).FullName;
        File.WriteAllText(Path.Combine(adapter, "type"), "Mains\n");
        File.WriteAllText(Path.Combine(adapter, "online"), "1\n");
        bool canMount = Directory.Exists(AdapterFolder)
            && Command.Run("unshare", ["-m", "mount", "--bind", Path.GetDirectoryName(adapter)!, AdapterFolder]).ExitCode == 0;
        return canMount
            ? Command.Run(
                "unshare",
                ["-m", "sh", "-c", "mount --bind \"$1\" \"$2\" && shift 2 && exec \"$@\"",
                 "sh", Path.GetDirectoryName(adapter)!, AdapterFolder, Wine!, program, $"Z:{adapter}/online"],
                null,
                s_program)
            : Command.Run(Wine!, [program], null, s_program);
    }

    /// <summary>Ends the processes of the prefix.</summary>
    public static void Stop()
    {
        Command.Run("wineserver", ["-k"], null, s_environment);
        Command.Run("wineserver", ["-w"], null, s_environment);
    }

    // Without Mono and Gecko, which a new prefix would offer to install. Later they must be enabled: .NET loads its own assemblies by the same name.
    private static void Make(params string[] arguments)
    {
        CommandResult result = Command.Run(Wine!, arguments, null, [.. s_environment, ("WINEDLLOVERRIDES", "mscoree,mshtml=")]);
        Assert.True(result.ExitCode == 0, $"{arguments[0]}: {result.Output}{result.Error}");
    }
}
