using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The PowerShell in the documentation is PowerShell, and asks of the cmdlets what they have.</summary>
public sealed partial class DocumentationTests : IDisposable
{
    private readonly Engine _engine = new();

    public static TheoryData<string> Pages => ["README.md", "docs/cookbook.md", "docs/fleet.md"];

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_script_is_one_and_every_parameter_exists(string page)
    {
        MatchCollection scripts = Script().Matches(File.ReadAllText(Repository.At(page.Split('/'))));
        Assert.NotEmpty(scripts);
        foreach (Match script in scripts)
        {
            ScriptBlockAst ast = Parser.ParseInput(script.Groups[1].Value, out _, out ParseError[] errors);
            Assert.True(errors.Length == 0, string.Join('\n', errors.Select(static error => error.Message)) + script.Value);
            foreach (CommandAst command in ast.FindAll(static node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Where(static command => command.GetCommandName()?.Contains("-Battery", StringComparison.Ordinal) == true))
            {
                var known = (CmdletInfo)_engine.Script($"Get-Command {command.GetCommandName()}").Single().BaseObject;
                Assert.All(command.CommandElements.OfType<CommandParameterAst>(), parameter => Assert.Contains(parameter.ParameterName, known.Parameters.Keys));
            }
        }
    }

    [Theory]
    [InlineData("docs/cookbook.md")]
    [InlineData("docs/fleet.md")]
    public void Every_property_that_is_asked_of_a_battery_exists(string page)
    {
        HashSet<string> known = [.. _engine.GetBattery(("Recording", new Fixture("thinkpad-t480-dual").Sysfs))[0].Properties.Select(static property => property.Name), "Count", "Error", "Exception", "ExternalPower", "MessageData", "TotalMinutes", "SessionState", "Path", "CurrentLocation"];
        foreach (Match script in Script().Matches(File.ReadAllText(Repository.At(page.Split('/')))))
        {
            ScriptBlockAst ast = Parser.ParseInput(script.Groups[1].Value, out _, out _);
            IEnumerable<string> asked = ast.FindAll(static node => node is MemberExpressionAst and not InvokeMemberExpressionAst and { Member: StringConstantExpressionAst }, searchNestedScriptBlocks: true).Select(static node => ((StringConstantExpressionAst)((MemberExpressionAst)node).Member).Value);
            Assert.All(asked, property => Assert.Contains(property, known));
        }
    }

    // To PowerShell $null -lt 20 is true, and Measure-Object takes $null for 0.
    [Theory]
    [MemberData(nameof(Scripts))]
    public void Nothing_that_may_be_unknown_is_asked_whether_it_is_little(string script)
    {
        ScriptBlockAst ast = Parser.ParseInput(script, out _, out _);
        bool compares = ast.Find(static node => node is BinaryExpressionAst { Operator: TokenKind.Ilt or TokenKind.Ile } or CommandParameterAst { ParameterName: "lt" or "le" } or StringConstantExpressionAst { Value: "Measure-Object" }, searchNestedScriptBlocks: true) is not null;
        Assert.True(!compares || script.Contains("$null -ne $", StringComparison.Ordinal), script);
    }

    public static TheoryData<string> Scripts =>
    [
        .. Pages.SelectMany(static page => Script().Matches(File.ReadAllText(Repository.At(page.Data.Split('/')))).Select(static script => script.Groups[1].Value)),
        .. HelpTests.Examples.Select(static example => example.Data.Item2),
    ];

    [GeneratedRegex("```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();
}
