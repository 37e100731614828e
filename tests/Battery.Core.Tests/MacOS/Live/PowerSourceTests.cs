using System.Runtime.Versioning;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Tests.MacOS.Live;

/// <summary>UPSes and external power as IOPowerSources reports them, with a stand-in for macOS.</summary>
[Collection(StandIn.Collection)]
[SupportedOSPlatform("macos")]
public sealed class PowerSourceTests : IDisposable
{
    public PowerSourceTests() => StandIn.Begin();

    public void Dispose() => StandIn.AssertNothingIsLeft();

    [Fact]
    public void Read_of_a_UPS_on_its_battery_gives_its_percentage_and_time()
    {
        StandInAnswers.Serve([], new(PowerSourceKeys.UpsPower, [Ups(7, PowerSourceKeys.BatteryPower, 64)]));
        MachineReading reading = MacOSSource.Open().Read(SupplyScopes.All);
        BatterySnapshot ups = Assert.Single(reading.Batteries).Snapshot;
        Assert.Equal(("UPS-0", BatteryKind.Ups, BatteryScope.System), (ups.Name, ups.Kind, ups.Scope));
        Assert.Equal(BatteryState.Discharging, ups.State);
        ups.AssertNumber(BatteryField.Percentage, 64);
        ups.AssertNumber(BatteryField.TimeToEmpty, 37 * 60);
        Assert.Equal("CP1300EPFCLCD", ups.Text(BatteryField.Model));
        Assert.Equal(ValueQuality.Missing, ups.QualityOf(BatteryField.Voltage));
        Assert.Equal(ExternalPower.Offline, reading.ExternalPower);
    }

    [Theory]
    [InlineData(false, null, 100, BatteryState.Full)]
    [InlineData(false, null, 94, BatteryState.NotCharging)]
    [InlineData(false, false, 100, BatteryState.NotCharging)]
    [InlineData(false, true, 90, BatteryState.Full)]
    [InlineData(true, null, 100, BatteryState.Charging)]
    public void Read_of_a_UPS_on_external_power_gives_its_state(bool isCharging, bool? isCharged, int percent, BatteryState state)
    {
        PropertyDictionary ups = Ups(7, PowerSourceKeys.AcPower, percent, isCharging, isCharged);
        StandInAnswers.Serve([], new(PowerSourceKeys.AcPower, [ups]));
        MachineReading reading = MacOSSource.Open().Read(SupplyScopes.All);
        Assert.Equal(state, Assert.Single(reading.Batteries).Snapshot.State);
        Assert.Equal(ExternalPower.Online, reading.ExternalPower);
    }

    // The adapter of a MacBook is connected to the UPS, which runs on its battery. The key of the service is derived from the adapter alone.
    [Theory]
    [InlineData(PowerSourceKeys.UpsPower, ExternalPower.Offline)]
    [InlineData(PowerSourceKeys.AcPower, ExternalPower.Online)]
    [InlineData(PowerSourceKeys.BatteryPower, ExternalPower.Online)]
    public void ExternalPower_of_a_MacBook_on_a_UPS_is_that_of_the_UPS(string providingType, ExternalPower power)
    {
        PropertyDictionary ups = Ups(7, providingType == PowerSourceKeys.UpsPower ? PowerSourceKeys.BatteryPower : PowerSourceKeys.AcPower, 80);
        StandInAnswers.Serve(MacRecording.Of(new("macbook-pro-retina-intel", "macos")).Services, new(providingType, [ups]));
        var source = MacOSSource.Open();
        Assert.Equal((power, power), (source.ReadExternalPower(), source.Read(SupplyScopes.All).ExternalPower));
    }

    [Fact]
    public void Read_gives_internal_batteries_once_and_each_UPS()
    {
        List<PropertyDictionary> services = MacRecording.Of(new("macbook-pro-retina-intel", "macos")).Services;
        PropertyDictionary @internal = PropertyLists.Of(("Type", "InternalBattery"), ("Name", "InternalBattery-0"));
        PropertyDictionary[] sources = [@internal, Ups(7, PowerSourceKeys.AcPower, 80), Ups(8, PowerSourceKeys.AcPower, 90)];
        StandInAnswers.Serve(services, new(PowerSourceKeys.AcPower, [.. sources]));
        var source = MacOSSource.Open();
        Assert.Equal(["InternalBattery-0", "UPS-0", "UPS-1"], source.ReadBatteries().Select(static battery => battery.Snapshot.Name));
        Assert.Empty(source.Read(SupplyScopes.Peripheral).Batteries);
    }

    [Fact]
    public void TryRefresh_finds_a_UPS_by_its_id_and_returns_false_when_it_was_removed()
    {
        StandInAnswers.Serve([], new(PowerSourceKeys.AcPower, [Ups(7, PowerSourceKeys.AcPower, 80), Ups(8, PowerSourceKeys.AcPower, 90)]));
        List<BatteryDevice> batteries = MacOSSource.Open().ReadBatteries();
        StandIn.Reset();
        StandInAnswers.Serve([], new(PowerSourceKeys.AcPower, [Ups(8, PowerSourceKeys.AcPower, 91)]));
        Assert.False(batteries[0].TryRefresh());
        Assert.True(batteries[1].TryRefresh());
        batteries[1].Snapshot.AssertNumber(BatteryField.Percentage, 91);
    }

    [Fact]
    public void Read_uses_the_services_if_the_power_sources_cannot_be_read()
    {
        MacRecording.Of(new("macbook-pro-retina-intel", "macos")).Serve();
        StandIn.Fail("IOPSCopyPowerSourcesInfo", 1);
        MachineReading reading = MacOSSource.Open().Read(SupplyScopes.All);
        Assert.Single(reading.Batteries);
        Assert.Equal(ExternalPower.Online, reading.ExternalPower);
    }

    [Theory]
    [InlineData("IOPSCopyPowerSourcesInfo")]
    [InlineData("IOPSCopyPowerSourcesList")]
    public void Read_throws_if_there_is_no_service_and_the_power_sources_cannot_be_read(string function)
    {
        StandInAnswers.Serve([], new(PowerSourceKeys.AcPower, [Ups(7, PowerSourceKeys.AcPower, 80)]));
        BatteryDevice ups = Assert.Single(MacOSSource.Open().ReadBatteries());
        StandIn.Fail(function, 1);
        var error = Assert.Throws<BatteryException>(() => MacOSSource.Open().Read(SupplyScopes.All));
        Assert.Equal(BatteryError.Io, error.Code);
        Assert.Throws<BatteryException>(() => ups.TryRefresh());
    }

    [Fact]
    public void Read_leaves_out_a_power_source_without_a_description()
    {
        StandInAnswers.Serve([], new(PowerSourceKeys.AcPower, [Ups(7, PowerSourceKeys.AcPower, 80)]));
        StandIn.Fail("IOPSGetPowerSourceDescription", 1);
        Assert.Empty(MacOSSource.Open().ReadBatteries());
    }

    [Fact]
    public void ExternalPower_is_unknown_if_the_source_that_powers_the_Mac_is_not_known()
    {
        StandInAnswers.Serve([], new(PowerSourceKeys.AcPower, []));
        StandIn.Fail("IOPSGetProvidingPowerSourceType", 1);
        Assert.Equal(ExternalPower.Unknown, MacOSSource.Open().ReadExternalPower());
    }

    // As a published CyberPower UPS has it (tests/fixtures/macos/desktop-with-ups), without a serial number.
    private static PropertyDictionary Ups(long id, string state, long percent, bool isCharging = false, bool? isCharged = null)
    {
        List<(string Key, object Value)> entries =
        [
            ("Current Capacity", percent), ("Is Charging", isCharging), ("Is Present", true), ("Max Capacity", 100L), ("Name", "CP1300EPFCLCD"),
            ("Power Source ID", id), ("Power Source State", state), ("Time to Empty", 37L), ("Transport Type", "USB"), ("Type", "UPS"),
            ("Voltage", 240_000L),
        ];
        if (isCharged is { } flag)
        {
            entries.Add(("Is Charged", flag));
        }

        return PropertyLists.Of([.. entries]);
    }
}
