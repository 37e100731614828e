using Battery.Core.Windows;

namespace Battery.Core.Tests.Windows;

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
    [InlineData(30_000u, Answers.Unknown, true)]
    [InlineData(Full, Full, false)]
    [InlineData(Full, 44_999u, true)]
    [InlineData(0u, 449u, false)]
    [InlineData(0u, 450u, true)]
    [InlineData(Answers.Unknown, Answers.Unknown, false)]
    public void A_wait_ends_with_the_whole_percent(uint from, uint to, bool ends) =>
        Assert.Equal(ends, BatteryWaitConditions.Until(Status(Answers.Discharging, from), Full).AreMetBy(Status(Answers.Discharging, to)));

    [Theory]
    [InlineData(Answers.Charging)]
    [InlineData(Answers.Discharging | Answers.OnLine)]
    [InlineData(Answers.Discharging | Answers.Critical)]
    public void A_wait_ends_with_the_state(uint state) =>
        Assert.True(BatteryWaitConditions.Until(Status(Answers.Discharging, 30_000), Full).AreMetBy(Status(state, 30_000)));

    [Theory]
    [InlineData(0u)]
    [InlineData(Answers.Unknown)]
    public void Where_percents_cannot_be_told_only_the_state_counts(uint full) =>
        Assert.False(BatteryWaitConditions.Until(Status(Answers.Discharging, 30_000), full).AreMetBy(Status(Answers.Discharging, 10)));

    [Fact]
    public void The_largest_numbers_do_not_overflow()
    {
        var conditions = BatteryWaitConditions.Until(Status(Answers.Discharging, 0xFFFFFFFE), 1);
        Assert.False(conditions.AreMetBy(Status(Answers.Discharging, 0xFFFFFFFE)));
    }

    private static BatteryStatus Status(uint state, uint capacity) => new(state, capacity, 11_800, 0);
}
