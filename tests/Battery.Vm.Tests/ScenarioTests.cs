namespace Battery.Vm.Tests;

/// <summary>The judge itself.</summary>
public class ScenarioTests
{
    [Theory]
    [InlineData("woken; removed", "woken; removed", true)]
    [InlineData("woken; removed", "not woken; removed", false)]
    [InlineData("woken; removed", "woken; removed, critical", false)]
    [InlineData("11.50 V", "11450 V", false)]
    [InlineData("{2..} read, {0..0.1} s", "2 read, 0.1000 s", true)]
    [InlineData("{2..} read, {0..0.1} s", "1 read, 0.1000 s", false)]
    [InlineData("{2..} read, {0..0.1} s", "2 read, 0.1001 s", false)]
    [InlineData("{1..2} polls", "-1 polls", false)]
    [InlineData("{1..2} polls", "nothing", false)]
    public void Fits_compares_words_and_accepts_numbers_within_the_range(string expected, string seen, bool fits) =>
        Assert.Equal(fits, new Scenario("it", expected).Fits(seen));
}
