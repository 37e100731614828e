namespace Battery.Vm.Tests;

/// <summary>The judge itself.</summary>
public class ScenarioTests
{
    [Theory]
    [InlineData("woken; gone", "woken; gone", true)]
    [InlineData("woken; gone", "not woken; gone", false)]
    [InlineData("woken; gone", "woken; gone, critical", false)]
    [InlineData("11.50 V", "11450 V", false)]
    [InlineData("{2..} read, {0..0.1} s", "2 read, 0.1000 s", true)]
    [InlineData("{2..} read, {0..0.1} s", "1 read, 0.1000 s", false)]
    [InlineData("{2..} read, {0..0.1} s", "2 read, 0.1001 s", false)]
    [InlineData("{1..2} looks", "-1 looks", false)]
    [InlineData("{1..2} looks", "nothing", false)]
    public void Words_are_those_expected_and_numbers_within_their_range(string expected, string seen, bool fits) =>
        Assert.Equal(fits, new Scenario("it", expected).Fits(seen));
}
