using System.Text;

namespace Battery.Vm.Tests;

/// <summary>Compares the output of a laptop's programs with the expected results, in a table.</summary>
internal sealed class ScenarioTable
{
    private readonly StringBuilder _text = new();
    private readonly string _title;
    private readonly ILookup<string, string> _seen;
    private readonly HashSet<string> _expected = [];
    private bool _isGood = true;

    /// <summary>A table of what a console shows: <c>saw: scenario = what was seen</c>, a line each, and <c>failed: program</c>.</summary>
    public ScenarioTable(string title, string console)
    {
        string[] lines = console.Split('\n');
        _title = title;
        _seen = lines.Where(static line => line.StartsWith("saw: ", StringComparison.Ordinal))
            .Select(static line => line["saw: ".Length..].Split(" = ", 2)).ToLookup(static parts => parts[0], static parts => parts[^1]);
        foreach (string line in lines.Where(static line => line.StartsWith("failed: ", StringComparison.Ordinal)))
        {
            Add("a program", "exit code 0", line, isGood: false);
        }
    }

    /// <summary>Checks scenarios. Each must be reported once: a program that ended before it is a failure.</summary>
    public void Judge(IEnumerable<Scenario> scenarios)
    {
        foreach (Scenario scenario in scenarios)
        {
            _expected.Add(scenario.Name);
            string[] seen = [.. _seen[scenario.Name]];
            Judge(scenario, seen.Length == 1 ? seen[0] : $"{seen.Length} times: {string.Join(" | ", seen)}");
        }
    }

    public void Judge(Scenario scenario, string seen) => Add(scenario.Name, scenario.Expected, seen, scenario.Fits(seen));

    /// <summary>Prints the table, and fails if a scenario did not have the expected result, or is not listed.</summary>
    public void Conclude()
    {
        foreach (IGrouping<string, string> scenario in _seen.Where(scenario => !_expected.Contains(scenario.Key)))
        {
            Add(scenario.Key, "nothing: the scenario is not listed", scenario.First(), isGood: false);
        }

        string text = $"{_title}:\n{_text}";
        TestContext.Current.SendDiagnosticMessage("{0}", text);
        Assert.True(_isGood, text);
    }

    private void Add(string name, string expected, string seen, bool isGood)
    {
        _isGood &= isGood;
        _text.Append($"  {(isGood ? "ok" : "FAILED"),-6}  {name}\n          expected  {expected}\n          seen      {seen}\n");
    }
}
