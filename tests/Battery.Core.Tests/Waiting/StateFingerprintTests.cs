using Battery.Core.ChargeLimits;
using Battery.Core.Linux.Decoding;
using Battery.Core.Explanation;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;
using Battery.Core.Waiting;

namespace Battery.Core.Tests.Waiting;

public class StateFingerprintTests
{
    private const string Reading = "POWER_SUPPLY_STATUS=Discharging\nPOWER_SUPPLY_CAPACITY=50\nPOWER_SUPPLY_POWER_NOW=5000000\nPOWER_SUPPLY_SERIAL_NUMBER=17\n";

    [Theory]
    [InlineData("STATUS=Discharging", "STATUS=Charging")]
    [InlineData("CAPACITY=50", "CAPACITY=49")]
    [InlineData("CAPACITY=50", "CAPACITY=")]
    [InlineData("SERIAL_NUMBER=17", "SERIAL_NUMBER=18")]
    [InlineData("SERIAL_NUMBER=17", "SERIAL_NUMBER=17\nPOWER_SUPPLY_CAPACITY_LEVEL=Low")]
    public void IsSameAs_returns_false_for_another_state_percentage_level_or_battery(string old, string replacement) =>
        Assert.False(Of(Reading).IsSameAs(Of(Reading.Replace(old, replacement, StringComparison.Ordinal))));

    [Fact]
    public void IsSameAs_returns_true_for_another_rate() =>
        Assert.True(Of(Reading).IsSameAs(Of(Reading.Replace("5000000", "5100000", StringComparison.Ordinal))));

    [Fact]
    public void IsSameAs_returns_true_for_two_unknown_percentages() =>
        Assert.True(Of(string.Empty).IsSameAs(Of(string.Empty)));

    [Fact]
    public void IsSameAs_returns_false_if_a_battery_was_added_or_removed()
    {
        Assert.False(Of(Reading).IsSameAs(Of(Reading, Reading)));
        Assert.False(Of(Reading, Reading).IsSameAs(Of(Reading)));
    }

    [Fact]
    public void IsSameAs_returns_false_if_external_power_was_connected_or_disconnected() =>
        Assert.False(new StateFingerprint(new([], [], ExternalPower.Online)).IsSameAs(new(new([], [], ExternalPower.Offline))));

    private static StateFingerprint Of(params string[] uevents) =>
        new(new([.. uevents.Select(static uevent => BatteryDevice.Of(new NoReader(), Raw(uevent))!)], [], ExternalPower.Offline));

    private static RawReading Raw(string uevent)
    {
        var raw = new RawReading { Name = "BAT0" };
        raw[SupplyProperty.Type] = RawValue.Known((int)SupplyType.Battery);
        UeventParser.Parse(System.Text.Encoding.ASCII.GetBytes(uevent), isWhole: true, raw);
        return raw;
    }

    private sealed class NoReader : ISupplyReader
    {
        public string Location => "nowhere";

        public IChargeLimitControl ChargeLimit => new UnsupportedChargeLimit(Location, UnsupportedChargeLimit.Recording);

        public bool TryRead(RawReading reading) => false;

        public ISupplyEvidence? Capture() => null;
    }
}
