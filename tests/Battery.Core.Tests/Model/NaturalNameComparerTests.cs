using Battery.Core.Model;

namespace Battery.Core.Tests.Model;

public class NaturalNameComparerTests
{
    [Theory]
    [InlineData("BAT2", "BAT10")]
    [InlineData("BAT", "BAT0")]
    [InlineData("AC", "BAT0")]
    [InlineData("BAT01", "BAT1")]
    [InlineData("BAT1a", "BAT1b")]
    [InlineData("BAT9", "BAT99999999999999999999")]
    public void Compare_orders_names_naturally(string first, string second)
    {
        Assert.True(NaturalNameComparer.Instance.Compare(first, second) < 0);
        Assert.True(NaturalNameComparer.Instance.Compare(second, first) > 0);
        Assert.Equal(0, NaturalNameComparer.Instance.Compare(first, first));
    }
}
