using System.Management.Automation;
using System.Xml.Linq;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The generated help agrees with what PowerShell reads from the cmdlets, Get-Help shows it, and its examples run.</summary>
public sealed class HelpTests : IDisposable
{
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XDocument s_help = XDocument.Load(Repository.At("module", "en-US", "Battery.PowerShell.dll-Help.xml"));
    private readonly Engine _engine = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-");

    /// <summary>The cmdlets that have help.</summary>
    public static TheoryData<string> Commands => [.. s_help.Descendants(s_command + "command").Select(CommandName)];

    public static TheoryData<string, string> Examples => [.. s_help.Descendants(s_command + "command")
        .SelectMany(static command => command.Descendants(s_dev + "code").Select(code => (CommandName(command), code.Value)))];

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_describes_exactly_the_parameters_of_the_cmdlet(string name)
    {
        Dictionary<string, ParameterMetadata> own = Cmdlet(name).Parameters
            .Where(static pair => !System.Management.Automation.Cmdlet.CommonParameters.Contains(pair.Key))
            .ToDictionary(static pair => pair.Key, static pair => pair.Value);
        Dictionary<string, XElement> described = Help(name).Element(s_command + "parameters")!.Elements().ToDictionary(ParameterName);
        Assert.Equal(own.Keys.Order(StringComparer.Ordinal), described.Keys);
        foreach ((string parameter, XElement help) in described)
        {
            Assert.True(help.Element(s_maml + "description")!.Value.Trim().Length > 20, $"-{parameter} has no description");
            Assert.Equal(own[parameter].Attributes.OfType<SupportsWildcardsAttribute>().Any(), (bool)help.Attribute("globbing")!);
            string aliases = string.Join(", ", own[parameter].Aliases);
            Assert.Equal(aliases.Length > 0 ? aliases : "none", help.Attribute("aliases")!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_has_the_syntax_of_each_parameter_set(string name)
    {
        IEnumerable<string> own = Cmdlet(name).ParameterSets.Select(static set => Describe(set.Parameters
            .Where(static parameter => !System.Management.Automation.Cmdlet.CommonParameters.Contains(parameter.Name))
            .Select(static parameter => $"{parameter.Name} {parameter.IsMandatory} {(parameter.Position < 0 ? "named" : parameter.Position)} "
                + Pipeline(parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName))));
        IEnumerable<string> described = Help(name).Element(s_command + "syntax")!.Elements().Select(static item => Describe(item
            .Elements(s_command + "parameter")
            .Select(static parameter => $"{ParameterName(parameter)} {(bool)parameter.Attribute("required")!} "
                + $"{parameter.Attribute("position")!.Value} {parameter.Attribute("pipelineInput")!.Value}")));
        Assert.Equal(own.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Get_Help_shows_every_part_of_the_help(string name)
    {
        string shown = Flat(string.Concat(_engine.Script($"Get-Help {name} -Full | Out-String -Width 400")));
        XElement help = Help(name);
        Assert.All(help.Descendants(s_maml + "para").Concat(help.Descendants(s_dev + "code")), part =>
            Assert.Contains(Flat(part.Value), shown, StringComparison.Ordinal));
        Assert.True(help.Descendants(s_command + "example").Count() >= 5, "at least five examples");
        Assert.Contains("about_Battery", help.Element(s_maml + "alertSet")!.Value, StringComparison.Ordinal);
        Assert.NotEmpty(help.Element(s_command + "inputTypes")!.Elements());
        Assert.Equal(
            Cmdlet(name).OutputType.Select(static type => type.Name).Order(StringComparer.Ordinal),
            help.Element(s_command + "returnValues")!.Descendants(s_maml + "name").Select(static type => type.Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_runs_without_an_error(string command, string example)
    {
        Assert.Contains(command, example, StringComparison.Ordinal);

        // The examples are those of a user; here they read a recorded laptop, and histories of other machines.
        string histories = Path.Combine(Repository.Fixtures, "history");
        File.Copy(Path.Combine(histories, "powercfg", "h09-hp-pavilion-built-from-html.xml"), Path.Combine(_folder.FullName, "report.xml"));
        if (example.Contains("pmset.txt", StringComparison.Ordinal))
        {
            File.Copy(Path.Combine(histories, "pmset", "p14-composed-over-end-of-summer-time.txt"), Path.Combine(_folder.FullName, "pmset.txt"));
        }

        _engine.SetLocation(_folder.FullName);
        _engine.Script($"Save-BatteryRecording laptop.txt -Recording '{new Fixture("thinkpad-t480-dual").Sysfs}'");

        // What changes a machine changes a copy.
        bool changes = command == "Set-BatteryChargeLimit";
        Assert.SkipUnless(!changes || OperatingSystem.IsLinux(), "only a tree of Linux can be changed");
        using var copy = TemporaryTree.CopyOf(new("thinkpad-t480-dual"));

        // A default value for the machine has precedence over files from the pipeline.
        string machine = example.Contains("*.txt |", StringComparison.Ordinal) ? string.Empty
            : changes ? $"$PSDefaultParameterValues['*-Battery*:SysfsRoot'] = '{copy.Sysfs}'"
            : $"$PSDefaultParameterValues['*-Battery*:Recording'] = '{new Fixture("thinkpad-t480-dual").Sysfs}'";
        string script = $$"""
            $env:UPOWER_HISTORY_DIR = '{{Path.Combine(histories, "upower", "u1-real-upowerd-two-runs")}}'
            {{machine}}
            {{example.Replace("-SysfsRoot /host/sys", string.Empty, StringComparison.Ordinal)}}
            """;
        _engine.Script(script);
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void About_Battery_names_every_property_in_80_columns()
    {
        string text = _engine.Script("Get-Help about_Battery").Single().ToString();
        PSObject battery = _engine.GetBattery(("Name", "BAT0"), ("Recording", new Fixture("thinkpad-t480-dual").Sysfs)).Single();
        Assert.All(battery.Properties, property => Assert.Contains(property.Name, text, StringComparison.Ordinal));
        Assert.All(text.Split('\n'), static line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    private CmdletInfo Cmdlet(string name) => (CmdletInfo)_engine.Script($"Get-Command {name}").Single().BaseObject;

    private static XElement Help(string name) => s_help.Descendants(s_command + "command").Single(command => CommandName(command) == name);

    private static string CommandName(XElement command) => command.Element(s_command + "details")!.Element(s_command + "name")!.Value;

    private static string ParameterName(XElement parameter) => parameter.Element(s_maml + "name")!.Value;

    private static string Describe(IEnumerable<string> parameters) => string.Join('\n', parameters.Order(StringComparer.Ordinal));

    private static string Pipeline(bool byValue, bool byName) =>
        byValue ? byName ? "True (ByValue, ByPropertyName)" : "True (ByValue)" : byName ? "True (ByPropertyName)" : "False";

    // Get-Help indents, and breaks long lines.
    private static string Flat(string text) => string.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
