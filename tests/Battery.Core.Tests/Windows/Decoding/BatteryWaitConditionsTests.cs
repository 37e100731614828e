using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

/// <summary>What ends a wait: another state, another whole percent, and nothing finer.</summary>
public class BatteryWaitConditionsTests
{
    private const uint Full = 45_000;

    [Theory]
    [InlineData(30_000u, 30_000u, false)]
    [InlineData(30_000u, 29_700u, false)]
    [InlineData(30_000u, 29_699u, true)]
    [InlineData(30_000u, 30_149u, false)]
    [InlineData(30_000u, 30_150u, true)]
    [InlineData(30_000u, IoctlResponses.Unknown, true)]
    [InlineData(Full, Full, false)]
    [InlineData(Full, 44_999u, true)]
    [InlineData(0u, 449u, false)]
    [InlineData(0u, 450u, true)]
    [InlineData(IoctlResponses.Unknown, IoctlResponses.Unknown, false)]
    public void AreMetBy_returns_true_for_another_whole_percent(uint from, uint to, bool ends) =>
        Assert.Equal(ends, BatteryWaitConditions.Until(Status(IoctlResponses.Discharging, from), Full).AreMetBy(Status(IoctlResponses.Discharging, to)));

    [Theory]
    [InlineData(IoctlResponses.Charging)]
    [InlineData(IoctlResponses.Discharging | IoctlResponses.OnLine)]
    [InlineData(IoctlResponses.Discharging | IoctlResponses.Critical)]
    public void AreMetBy_returns_true_for_another_state(uint state) =>
        Assert.True(BatteryWaitConditions.Until(Status(IoctlResponses.Discharging, 30_000), Full).AreMetBy(Status(state, 30_000)));

    [Theory]
    [InlineData(0u)]
    [InlineData(IoctlResponses.Unknown)]
    public void AreMetBy_ignores_the_capacity_if_the_full_capacity_is_unknown(uint full) =>
        Assert.False(BatteryWaitConditions.Until(Status(IoctlResponses.Discharging, 30_000), full).AreMetBy(Status(IoctlResponses.Discharging, 10)));

    [Fact]
    public void Until_does_not_overflow_for_the_largest_numbers()
    {
        var conditions = BatteryWaitConditions.Until(Status(IoctlResponses.Discharging, 0xFFFFFFFE), 1);
        Assert.False(conditions.AreMetBy(Status(IoctlResponses.Discharging, 0xFFFFFFFE)));
    }

    private static BatteryStatus Status(uint state, uint capacity) => new(state, capacity, 11_800, 0);
}
