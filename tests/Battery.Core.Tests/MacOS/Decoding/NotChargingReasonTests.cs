using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS.Decoding;

public class NotChargingReasonTests
{
    // Kyome22/SystemInfoKit and three other dumps at 79 to 80 % have bit 24; one that was on battery has bit 7.
    [Theory]
    [InlineData(1L << 24, PowerFlow.Held)]
    [InlineData((1L << 24) | (1L << 7), PowerFlow.Held)]
    [InlineData(1L << 55, PowerFlow.Inhibited)]
    [InlineData(1L << 0, PowerFlow.Full)]
    [InlineData(1L << 22, PowerFlow.Full)]
    [InlineData(1L << 7, PowerFlow.Idle)]
    [InlineData(1L << 3, PowerFlow.Idle)]
    [InlineData(0, PowerFlow.Idle)]
    public void The_power_flow_of_a_battery_that_rests_follows_from_NotChargingReason(long reason, PowerFlow flow) => Assert.Equal(
        flow,
        MacFixtures.Snapshot(
            "ExternalConnected = Yes", "IsCharging = No", "FullyCharged = No", "Amperage = 0", "CurrentCapacity = 80", "MaxCapacity = 100",
            $"ChargerData = {{\"NotChargingReason\"={reason}}}").PowerFlow);

    [Theory]
    [InlineData(0, BatteryCondition.Unknown)]
    [InlineData(1, BatteryCondition.UnspecifiedFailure)]
    public void The_condition_is_a_failure_where_the_gauge_reports_a_permanent_one(int status, BatteryCondition condition) =>
        Assert.Equal(condition, (BatteryCondition)MacFixtures.Snapshot($"PermanentFailureStatus = {status}").Code(BatteryField.Condition));
}
