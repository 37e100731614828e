using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

/// <summary>What ends a wait: another state, another whole percent, and nothing finer.</summary>
public class BatteryWaitConditionsTests
{
    private const uint Full = 45_000;
    private const uint Tag = 7;

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
    public void AreMetBy_returns_true_for_another_whole_percent(uint from, uint to, bool ends) => Assert.Equal(
        ends,
        BatteryWaitConditions.Until(Tag, Status(IoctlResponses.Discharging, from), Full).AreMetBy(Tag, Status(IoctlResponses.Discharging, to)));

    [Theory]
    [InlineData(IoctlResponses.Charging)]
    [InlineData(IoctlResponses.Discharging | IoctlResponses.OnLine)]
    [InlineData(IoctlResponses.Discharging | IoctlResponses.Critical)]
    public void AreMetBy_returns_true_for_another_state(uint state) =>
        Assert.True(BatteryWaitConditions.Until(Tag, Status(IoctlResponses.Discharging, 30_000), Full).AreMetBy(Tag, Status(state, 30_000)));

    [Theory]
    [InlineData(0u)]
    [InlineData(IoctlResponses.Unknown)]
    public void AreMetBy_ignores_the_capacity_if_the_full_capacity_is_unknown(uint full) =>
        Assert.False(BatteryWaitConditions.Until(Tag, Status(IoctlResponses.Discharging, 30_000), full).AreMetBy(Tag, Status(IoctlResponses.Discharging, 10)));

    [Fact]
    public void Until_does_not_overflow_for_the_largest_numbers()
    {
        var conditions = BatteryWaitConditions.Until(Tag, Status(IoctlResponses.Discharging, 0xFFFFFFFE), 1);
        Assert.False(conditions.AreMetBy(Tag, Status(IoctlResponses.Discharging, 0xFFFFFFFE)));
    }

    [Theory]
    [InlineData(8u)]
    [InlineData(0u)]
    public void AreMetBy_returns_true_for_another_battery_and_for_none(uint tag) =>
        Assert.True(BatteryWaitConditions.Until(Tag, Status(IoctlResponses.Discharging, 30_000), Full)
            .AreMetBy(tag, Status(IoctlResponses.Discharging, 30_000)));

    [Theory]
    [InlineData(0u, false)]
    [InlineData(Tag, true)]
    public void AreMetBy_returns_true_for_any_battery_in_an_empty_bay(uint tag, bool ends) =>
        Assert.Equal(ends, BatteryWaitConditions.UntilInserted.AreMetBy(tag, Status(IoctlResponses.Discharging, 30_000)));

    [Theory]
    [InlineData(0, IoctlResponses.Charging, true)]
    [InlineData(0, IoctlResponses.Discharging, false)]
    [InlineData(2, IoctlResponses.Discharging, true)]
    [InlineData(433, IoctlResponses.Discharging, true)]
    [InlineData(995, IoctlResponses.Charging, false)]
    [InlineData(31, IoctlResponses.Charging, false)]
    public void AreMetBy_a_completed_request_is_a_change_or_the_removal_of_the_battery(int error, uint state, bool ends) => Assert.Equal(
        ends, BatteryWaitConditions.Until(Tag, Status(IoctlResponses.Discharging, 30_000), Full).AreMetBy(error, IoctlResponses.Status(state)));

    [Fact]
    public void AreMetBy_a_completed_request_without_a_status_is_no_change() =>
        Assert.False(BatteryWaitConditions.Until(Tag, Status(IoctlResponses.Discharging, 30_000), Full).AreMetBy(0, []));

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)]
    [InlineData(995, false)]
    public void AreMetBy_a_completed_request_of_an_empty_bay_is_an_insertion(int error, bool ends) =>
        Assert.Equal(ends, BatteryWaitConditions.UntilInserted.AreMetBy(error, IoctlResponses.Number(Tag)));

    private static BatteryStatus Status(uint state, uint capacity) => new(state, capacity, 11_800, 0);
}
