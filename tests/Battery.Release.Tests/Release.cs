using Battery.Tests.Shared;

[assembly: AssemblyFixture(typeof(Battery.Release.Tests.Release))]

namespace Battery.Release.Tests;

/// <summary>The packages, made once by the script that the release workflow calls.</summary>
public sealed class Release
{
    private static readonly string[] s_tools = ["dh", "dh_python3", "dpkg-deb", "python3", "git", "tar"];

    private static readonly Lock s_packing = new();

    private readonly Lazy<CommandResult> _packed = new(static () => Pack(Rid));

    public static string Rid { get; } = BuildMetadata.Of(typeof(Release), "HostRid");

    public static string Folder { get; } = Repository.At("artifacts", "release");

    public static string Version { get; } = ReadVersion();

    /// <summary>Makes the packages, the first time that it is called.</summary>
    public void Require()
    {
        Assert.SkipUnless(Rid is "linux-x64" or "linux-arm64", "the packages are made on Linux with glibc");
        RequireTools(s_tools);
        Assert.True(_packed.Value.ExitCode == 0, _packed.Value.Output + _packed.Value.Error);
    }

    /// <summary>Makes the packages of a runtime identifier. One at a time: the projects of the packages have one folder for what they build.</summary>
    public static CommandResult Pack(string rid, params (string, string?)[] environment)
    {
        lock (s_packing)
        {
            return Script("packaging/pack.sh", [rid], environment);
        }
    }

    /// <summary>The path of a package of the release.</summary>
    public static string Package(string pattern) => Assert.Single(Directory.GetFiles(Folder, pattern));

    /// <summary>A field of a Debian package.</summary>
    public static string DebianField(string package, string field) => Command.Run("dpkg-deb", ["--field", package, field]).Output.TrimEnd();

    /// <summary>The version of glibc that a library needs.</summary>
    public static string MeasuredGlibc(string library) =>
        Command.Run("python3", [Repository.At("packaging", "requirements.py"), "measure", library]).Output.Split("glibc ")[1].Split(';')[0];

    /// <summary>Skips the test where one of the programs is not installed.</summary>
    public static void RequireTools(params string[] tools)
    {
        foreach (string tool in tools)
        {
            Assert.SkipUnless(Command.Exists(tool), $"{tool} is not installed");
        }
    }

    /// <summary>Runs a script of the repository on what the solution's build made.</summary>
    public static CommandResult Script(string path, IEnumerable<string> arguments, params (string, string?)[] environment) => Command.Run(
        "bash",
        [Repository.At(path.Split('/')), .. arguments],
        Repository.Root,
        [("CONFIGURATION", BuildMetadata.Of(typeof(Release), "Configuration")), ("NO_BUILD", "1"), ("BATTERY_LIBRARY", null), .. environment]);

    /// <summary>The output of a script that must succeed.</summary>
    public static string Output(string path, params string[] arguments)
    {
        CommandResult result = Script(path, arguments);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output;
    }

    private static string ReadVersion()
    {
        string properties = File.ReadAllText(Repository.At("Directory.Build.props"));
        int start = properties.IndexOf("<Version>", StringComparison.Ordinal) + "<Version>".Length;
        return properties[start..properties.IndexOf('<', start)];
    }
}
