using Battery.Core.Explanation;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Explanation;

/// <summary>Every value of every recorded machine has an explanation that is true.</summary>
public sealed class FixtureExplanationTests
{
    // Numbers that the rules count in parts of a unit.
    private const double Tolerance = 1e-9;

    public static TheoryData<string, string> Machines => new(Fixture.All.Select(static machine => (machine.Machine, machine.System)));

    [Theory]
    [MemberData(nameof(Machines))]
    public void Explain_any_value_gives_a_sentence_with_its_sources(string machine, string system) => ForEach(machine, system, AssertNamesSources);

    [Theory]
    [MemberData(nameof(Machines))]
    public void Explain_a_number_gives_a_formula_whose_result_is_the_value(string machine, string system) =>
        ForEach(machine, system, AssertComputes);

    [Theory]
    [MemberData(nameof(Machines))]
    public void Explain_leaves_the_values_of_a_machine_that_does_not_change(string machine, string system)
    {
        foreach (BatteryDevice battery in RecordedSources.Open(new Fixture(machine, system).Recording).ReadBatteries())
        {
            string before = Values(battery.Snapshot);
            Assert.NotNull(battery.Explain(BatteryField.State));
            Assert.Equal(before, Values(battery.Snapshot));
        }
    }

    private static void AssertNamesSources(BatteryDevice battery, BatteryField field, ValueExplanation explanation)
    {
        string what = $"{battery.Snapshot.Name} {field}: {explanation.Rule}";
        Assert.Equal(battery.Snapshot.QualityOf(field), explanation.Quality);
        Assert.False(string.IsNullOrWhiteSpace(explanation.Rule), what);
        Assert.False(explanation.Rule.Contains('\n', StringComparison.Ordinal) || explanation.Rule.Contains(". ", StringComparison.Ordinal), what);
        foreach (RawSource source in explanation.Sources)
        {
            Assert.True(explanation.Rule.Contains(source.ToString(), StringComparison.Ordinal), $"{what} does not name {source}");
        }

        // No property: the system has none for it, or the value is a default.
        Assert.True(
            explanation.Sources.Count > 0
                || explanation.Rule.StartsWith("the default", StringComparison.Ordinal)
                || explanation.Rule == ValueQuality.Missing.Text(),
            what);
    }

    private static void AssertComputes(BatteryDevice battery, BatteryField field, ValueExplanation explanation)
    {
        if (explanation.Quality != ValueQuality.Known || !field.IsNumber() || explanation.Sources.Count == 0 || IsNoArithmetic(field))
        {
            return;
        }

        double? result = RuleArithmetic.Compute(explanation.Rule);
        double expected = battery.Snapshot.Number(field) * RuleArithmetic.Unit(Unit(field));
        Assert.True(result is not null, $"{battery.Snapshot.Name} {field} has no formula: {explanation.Rule}");

        // A percentage ends at 100, and Windows' relative one is whole.
        double tolerance = field == BatteryField.Percentage ? 0.005 : Tolerance * Math.Max(1, Math.Abs(expected));
        double limited = field == BatteryField.Percentage ? Math.Clamp(result.Value, 0, 1) : result.Value;
        Assert.True(Math.Abs(limited - expected) <= tolerance, $"{battery.Snapshot.Name} {field} is {expected}, and not {result}: {explanation.Rule}");
    }

    // From 95 % on the time to the limit follows the slower end of a charge.
    private static bool IsNoArithmetic(BatteryField field) => field == BatteryField.TimeToLimit;

    private static string Unit(BatteryField field) => field switch
    {
        BatteryField.Energy or BatteryField.EnergyFull or BatteryField.EnergyFullDesign => "Wh",
        BatteryField.Charge or BatteryField.ChargeFull or BatteryField.ChargeFullDesign => "Ah",
        BatteryField.EnergyRate or BatteryField.SignedPower => "W",
        BatteryField.Voltage => "V",
        BatteryField.Current => "A",
        BatteryField.Temperature => "°C",
        BatteryField.InternalResistance => "mΩ",
        BatteryField.TimeToEmpty or BatteryField.TimeToFull => "s",
        BatteryField.CycleCount => "",
        _ => "%",
    };

    private static string Values(BatterySnapshot snapshot) => string.Join(
        '|',
        TableValue.All.Select(static value => (BatteryField)value.Number)
            .Select(field => $"{snapshot.QualityOf(field)} {snapshot.Number(field)} {snapshot.Text(field)}"));

    private static void ForEach(string machine, string system, Action<BatteryDevice, BatteryField, ValueExplanation> check)
    {
        foreach (BatteryDevice battery in RecordedSources.Open(new Fixture(machine, system).Recording).ReadBatteries())
        {
            foreach (TableValue value in TableValue.All)
            {
                ValueExplanation? explanation = battery.Explain((BatteryField)value.Number);
                Assert.NotNull(explanation);
                check(battery, (BatteryField)value.Number, explanation);
            }
        }
    }
}
