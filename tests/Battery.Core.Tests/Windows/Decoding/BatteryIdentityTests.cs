using System.Text;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

/// <summary>Whether the battery behind a new tag is the same. In the tests "-" is not reported and "!" is not readable.</summary>
public class BatteryIdentityTests
{
    [Theory]
    [InlineData("ACME|X1|1001|1001ACMEX1", "ACME|X1|1001|1001ACMEX1", true)]
    [InlineData("ACME|X1|1001|1001ACMEX1", "ACME|X1|1002|1002ACMEX1", false)]
    [InlineData("ACME|X1|1001|1001ACMEX1", "Other|X1|1001|1001ACMEX1", false)]
    [InlineData("ACME|X1|1001|1001ACMEX1", "ACME|X2|1001|1001ACMEX1", false)]
    [InlineData("ACME|X1|1001|1001ACMEX1", "ACME|X1|1001|1002ACMEX1", false)]
    [InlineData("-|-|1001|-", "-|-|1001|-", true)]
    [InlineData("-|-|1001|-", "-|-|-|-", false)]
    [InlineData("-|X1|-|-", "-|X1|1001|-", false)]
    public void IsSameAs_compares_all_values(string before, string now, bool isSame) => Assert.Equal(isSame, Identity(before).IsSameAs(Identity(now)));

    [Fact]
    public void IsSameAs_returns_false_for_batteries_that_report_nothing() => Assert.False(Identity("-|-|-|-").IsSameAs(Identity("-|-|-|-")));

    [Fact]
    public void IsSameAs_returns_null_if_a_value_cannot_be_read_now() => Assert.Null(Identity("ACME|X1|1001|-").IsSameAs(Identity("ACME|X1|!|-")));

    [Fact]
    public void IsSameAs_returns_false_for_a_difference_beside_a_value_that_cannot_be_read() =>
        Assert.False(Identity("ACME|X1|1001|-").IsSameAs(Identity("ACME|X2|!|-")));

    [Theory]
    [InlineData("ACME|X1|!|-", "ACME|X1|1001|-", true)]
    [InlineData("ACME|X1|!|-", "ACME|X1|!|-", true)]
    [InlineData("!|!|!|!", "ACME|X1|1001|-", false)]
    public void IsSameAs_does_not_compare_what_could_not_be_read_before(string before, string now, bool isSame) =>
        Assert.Equal(isSame, Identity(before).IsSameAs(Identity(now)));

    private static BatteryIdentity Identity(string values)
    {
        RawText[] texts = [.. values.Split('|').Select(Text)];
        return new(texts[0], texts[1], texts[2], texts[3]);
    }

    private static RawText Text(string value)
    {
        var text = new RawText();
        if (value is "-" or "!")
        {
            text.Clear(value == "!" ? ValueQuality.ReadFailed : ValueQuality.Missing);
        }
        else
        {
            text.Set(Encoding.UTF8.GetBytes(value));
        }

        return text;
    }
}
