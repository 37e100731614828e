using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The scripts in the documentation are valid, and use parameters and properties that exist.</summary>
public sealed partial class DocumentationTests : IDisposable
{
    private readonly Engine _engine = new();

    public static TheoryData<string> Pages => ["README.md", "docs/charge-limit.md", "docs/cookbook.md", "docs/fleet.md"];

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_script_parses_and_its_parameters_exist(string page)
    {
        MatchCollection scripts = Script().Matches(File.ReadAllText(Repository.At(page.Split('/'))));
        Assert.NotEmpty(scripts);
        foreach (Match script in scripts)
        {
            ScriptBlockAst ast = Parser.ParseInput(script.Groups[1].Value, out _, out ParseError[] errors);
            Assert.True(errors.Length == 0, string.Join('\n', errors.Select(static error => error.Message)) + script.Value);
            Assert.All(ast.FindAll(static node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>(), AssertIsValid);
        }
    }

    // A cmdlet has the parameters, and they can be used together. What is not a cmdlet has none that are known.
    private void AssertIsValid(CommandAst command)
    {
        string? name = command.GetCommandName();
        object? found = name is null ? null : _engine.Script($"Get-Command {name} -ErrorAction Ignore").FirstOrDefault()?.BaseObject;
        Assert.True(found is CmdletInfo || name?.Contains("-Battery", StringComparison.Ordinal) != true, $"there is no {name}");
        if (found is not CmdletInfo known)
        {
            return;
        }

        string[] parameters =
        [
            .. command.CommandElements.OfType<CommandParameterAst>().Select(parameter => known.ResolveParameter(parameter.ParameterName).Name),
        ];
        Assert.True(
            known.ParameterSets.Any(set => parameters.All(parameter => set.Parameters.Any(one => one.Name == parameter))),
            $"the parameters of {command} cannot be used together");
    }

    [Theory]
    [InlineData("docs/cookbook.md")]
    [InlineData("docs/fleet.md")]
    public void Every_property_that_a_script_reads_exists(string page)
    {
        (string, object) laptop = ("Recording", new Fixture("thinkpad-t480-dual").Sysfs);
        HashSet<string> known =
        [
            .. _engine.GetBattery(laptop)[0].Properties.Select(static property => property.Name),
            .. _engine.Run("Get-BatteryManager", laptop)[0].Properties.Select(static property => property.Name),
            .. HistoryProperties(),
            "Count", "Error", "Exception", "MessageData", "TotalMinutes", "SessionState", "Path", "CurrentLocation",
        ];
        foreach (Match script in Script().Matches(File.ReadAllText(Repository.At(page.Split('/')))))
        {
            ScriptBlockAst ast = Parser.ParseInput(script.Groups[1].Value, out _, out _);
            IEnumerable<string> read = ast
                .FindAll(static node => node is MemberExpressionAst and not InvokeMemberExpressionAst, searchNestedScriptBlocks: true)
                .Select(static node => ((MemberExpressionAst)node).Member)
                .OfType<StringConstantExpressionAst>()
                .Select(static member => member.Value);
            Assert.All(read, property => Assert.Contains(property, known));
        }
    }

    // The objects of Measure-BatteryHistory, whose assembly is loaded by the first history cmdlet only.
    private IEnumerable<string> HistoryProperties()
    {
        string report = Path.Combine(Repository.Fixtures, "history", "powercfg", "h09-hp-pavilion-built-from-html.xml");
        return _engine.Script($"""
            $statistics = Get-BatteryHistory -Source '{report}' | Measure-BatteryHistory
            $statistics.PSObject.Properties.Name
            $statistics.CapacityTrend.PSObject.Properties.Name
            """).Select(static name => (string)name.BaseObject);
    }

    // To PowerShell $null -lt 20 is true, and Measure-Object takes $null for 0.
    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_that_compares_a_value_tests_for_null_first(string script)
    {
        ScriptBlockAst ast = Parser.ParseInput(script, out _, out _);
        bool compares = ast.Find(IsComparison, searchNestedScriptBlocks: true) is not null;
        Assert.True(!compares || script.Contains("$null -ne $", StringComparison.Ordinal), script);
    }

    public static TheoryData<string> Scripts =>
    [
        .. Pages.SelectMany(static page => Script().Matches(File.ReadAllText(Repository.At(page.Data.Split('/')))))
            .Select(static script => script.Groups[1].Value),
        .. HelpTests.Examples.Select(static example => example.Data.Item2),
    ];

    private static bool IsComparison(Ast node) => node
        is BinaryExpressionAst { Operator: TokenKind.Ilt or TokenKind.Ile }
        or CommandParameterAst { ParameterName: "lt" or "le" }
        or StringConstantExpressionAst { Value: "Measure-Object" };

    [GeneratedRegex("```powershell\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();
}
