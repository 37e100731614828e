using System.Management.Automation;
using System.Xml.Linq;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The help says all that the cmdlets have, no more, and its examples run.</summary>
public sealed class HelpTests : IDisposable
{
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XDocument s_help = XDocument.Load(Repository.At("module", "en-US", "Battery.PowerShell.dll-Help.xml"));
    private readonly Engine _engine = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-");

    public static TheoryData<string> Commands => 
    [
        "Export-BatteryReport", "Get-Battery", "Get-BatteryHistory", "Get-BatteryManager", "Measure-BatteryHistory", "Save-BatteryRecording", "Watch-Battery",
    ];

    public static TheoryData<string, string> Examples => [.. s_help.Descendants(s_command + "command")
        .SelectMany(static command => command.Descendants(s_dev + "code").Select(code => (CommandName(command), code.Value)))];

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_parameter_has_a_text_and_every_text_a_parameter(string name)
    {
        var command = (CmdletInfo)_engine.Script($"Get-Command {name}").Single().BaseObject;
        Dictionary<string, ParameterMetadata> own = command.Parameters
            .Where(static pair => !Cmdlet.CommonParameters.Contains(pair.Key))
            .ToDictionary(static pair => pair.Key, static pair => pair.Value);
        Dictionary<string, XElement> told = Command(name).Element(s_command + "parameters")!.Elements().ToDictionary(static parameter => parameter.Element(s_maml + "name")!.Value);
        Assert.Equal(own.Keys.Order(StringComparer.Ordinal), told.Keys);
        foreach ((string parameter, XElement text) in told)
        {
            Assert.True(text.Element(s_maml + "description")!.Value.Trim().Length > 20, $"-{parameter} has no text");
            bool takesWildcards = own[parameter].Attributes.OfType<SupportsWildcardsAttribute>().Any();
            Assert.Equal(takesWildcards ? "true" : "false", text.Attribute("globbing")!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_parameter_set_has_its_syntax(string name)
    {
        var command = (CmdletInfo)_engine.Script($"Get-Command {name}").Single().BaseObject;
        IEnumerable<string> own = command.ParameterSets.Select(static set => Names(set.Parameters.Select(static parameter => parameter.Name).Where(static parameter => !Cmdlet.CommonParameters.Contains(parameter))));
        IEnumerable<string> told = Command(name).Element(s_command + "syntax")!.Elements().Select(static item => Names(item.Elements(s_command + "parameter").Select(static parameter => parameter.Element(s_maml + "name")!.Value)));
        Assert.Equal(own.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Get_Help_finds_it_whole(string name)
    {
        dynamic help = _engine.Script($"Get-Help {name} -Full").Single();
        Assert.NotEmpty((string)help.Synopsis.ToString().Trim());
        XElement command = Command(name);
        Assert.True(command.Descendants(s_command + "example").Count() >= 5, "at least five examples");
        Assert.NotEmpty(command.Element(s_maml + "alertSet")!.Value.Trim());
        Assert.NotEmpty(command.Element(s_command + "inputTypes")!.Value.Trim());
        Assert.NotEmpty(command.Element(s_command + "returnValues")!.Value.Trim());
        Assert.Contains("about_Battery", command.Element(s_maml + "alertSet")!.Value, StringComparison.Ordinal);
        Assert.All(command.Element(s_command + "returnValues")!.Descendants(s_maml + "name"), type =>
            Assert.Contains(((CmdletInfo)_engine.Script($"Get-Command {name}").Single().BaseObject).OutputType, output => output.Name == type.Value));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_runs(string command, string example)
    {
        Assert.Contains(command, example, StringComparison.Ordinal);

        // The examples are a user's; here they read a recorded laptop and the histories of others.
        string histories = Path.Combine(Repository.Fixtures, "history");
        File.Copy(Path.Combine(histories, "powercfg", "h09-hp-pavilion-built-from-html.xml"), Path.Combine(_folder.FullName, "report.xml"));
        File.Copy(Path.Combine(histories, "pmset", "p14-composed-over-end-of-summer-time.txt"), Path.Combine(_folder.FullName, "pmset.txt"));
        _engine.SetLocation(_folder.FullName);
        _engine.Script($"Save-BatteryRecording laptop.txt -Recording '{new Fixture("thinkpad-t480-dual").Sysfs}'");
        string script = $$"""
            $env:UPOWER_HISTORY_DIR = '{{Path.Combine(histories, "upower", "u1-real-upowerd-two-runs")}}'
            $PSDefaultParameterValues['*-Battery*:Recording'] = '{{new Fixture("thinkpad-t480-dual").Sysfs}}'
            {{example.Replace("-SysfsRoot /host/sys", string.Empty, StringComparison.Ordinal)}}
            """;
        _engine.Script(script);
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void About_Battery_is_found_and_names_every_property()
    {
        string text = _engine.Script("Get-Help about_Battery").Single().ToString();
        Assert.All(_engine.GetBattery(("Name", "BAT0"), ("Recording", new Fixture("thinkpad-t480-dual").Sysfs)).Single().Properties, property => Assert.Contains(property.Name, text, StringComparison.Ordinal));
        Assert.All(text.Split('\n'), static line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    private static XElement Command(string name) => s_help.Descendants(s_command + "command").Single(command => CommandName(command) == name);

    private static string CommandName(XElement command) => command.Element(s_command + "details")!.Element(s_command + "name")!.Value;

    private static string Names(IEnumerable<string> parameters) => string.Join(' ', parameters.Order(StringComparer.Ordinal));
}
