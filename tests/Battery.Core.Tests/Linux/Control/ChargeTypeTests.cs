using Battery.Core.ChargeLimits;
using Battery.Core.Linux.Native;
using Battery.Core.Model;

namespace Battery.Core.Tests.Linux.Control;

/// <summary>Limits that depend on <c>charge_types</c>: dell-laptop, and ideapad-laptop, whose limit has no number.</summary>
public class ChargeTypeTests
{
    private const string Start = FakeDriver.Start;
    private const string End = FakeDriver.End;
    private const string Types = FakeDriver.Types;
    private const string Dell = "Trickle Fast [Standard] Adaptive Custom";
    private const string Ideapad = "Fast [Standard] Long_Life";

    [Fact]
    public void Set_chooses_the_custom_type_before_the_thresholds()
    {
        FakeDriver driver = FakeDriver.With(50, 90, Dell);
        Assert.Equal(new ChargeLimit(75, 80), driver.Set(75, 80));
        Assert.Equal([$"{Types} Custom", $"{End} 80", $"{Start} 75"], driver.Writes);
    }

    [Fact]
    public void Set_leaves_the_custom_type_if_it_is_active()
    {
        FakeDriver driver = FakeDriver.With(50, 90, "Standard [Custom]");
        driver.Set(75, 80);
        Assert.Equal([$"{End} 80", $"{Start} 75"], driver.Writes);
    }

    [Fact]
    public void Set_to_100_chooses_the_standard_type_and_leaves_the_thresholds()
    {
        FakeDriver driver = FakeDriver.With(50, 80, "Trickle Fast Standard Adaptive [Custom]");
        Assert.Equal(new ChargeLimit(null, 100), driver.Set(null, 100));
        Assert.Equal([$"{Types} Standard"], driver.Writes);
    }

    [Fact]
    public void Set_restores_the_type_if_a_threshold_is_refused()
    {
        FakeDriver driver = FakeDriver.With(static (driver, name, text) => name == End ? Errno.InputOutput : driver.Store(name, text), 50, 90, Dell);
        Assert.Throws<BatteryException>(() => driver.Set(75, 80));
        Assert.Equal(Dell, driver.Attributes[Types]);
    }

    [Fact]
    public void Set_fails_if_the_device_forgets_the_type()
    {
        FakeDriver driver = FakeDriver.With(static (driver, name, text) => name == Types ? 0 : driver.Store(name, text), 50, 90, Dell);
        BatteryException problem = Assert.Throws<BatteryException>(() => driver.Set(75, 80));
        Assert.Equal(BatteryError.Refused, problem.Code);
        Assert.Contains("accepted the charge type Custom and still reports Standard", problem.Message, StringComparison.Ordinal);
        Assert.Equal(("50", "90"), driver.Thresholds);
    }

    [Fact]
    public void Set_of_a_device_with_long_life_switches_it_on_at_an_unknown_percentage()
    {
        FakeDriver driver = FakeDriver.With(null, null, Ideapad);
        Assert.Equal(new ChargeLimit(null, null), driver.Set(null, 80));
        Assert.Equal("Fast Standard [Long_Life]", driver.Attributes[Types]);
    }

    [Theory]
    [InlineData("Fast Standard [Long_Life]", "Fast [Standard] Long_Life")]
    [InlineData("Fast [Long_Life]", "[Fast] Long_Life")]
    [InlineData(Ideapad, Ideapad)]
    public void Set_to_100_switches_long_life_off(string before, string after)
    {
        FakeDriver driver = FakeDriver.With(null, null, before);
        Assert.Equal(new ChargeLimit(null, 100), driver.Set(null, 100));
        Assert.Equal(after, driver.Attributes[Types]);
    }

    [Fact]
    public void Set_to_100_with_a_start_switches_long_life_off()
    {
        FakeDriver driver = FakeDriver.With(null, null, "Fast Standard [Long_Life]");
        Assert.Equal(new ChargeLimit(null, 100), driver.Set(50, 100));
        Assert.Equal(Ideapad, driver.Attributes[Types]);
    }

    [Fact]
    public void Set_of_thresholds_switches_a_limit_without_a_number_off()
    {
        FakeDriver driver = FakeDriver.With(null, 100, "Fast Standard [Long_Life]");
        Assert.Equal(new ChargeLimit(null, 80), driver.Set(null, 80));
        Assert.Equal([$"{Types} Standard", $"{End} 80"], driver.Writes);
    }

    [Theory]
    [InlineData("Fast [Standard]")]
    [InlineData("[Long_Life]")]
    [InlineData("")]
    public void Set_is_not_supported_where_no_type_limits_the_charge(string types)
    {
        FakeDriver driver = FakeDriver.With(null, null, types);
        Assert.Equal(BatteryError.NotSupported, Assert.Throws<BatteryException>(() => driver.Set(null, 80)).Code);
        Assert.Empty(driver.Writes);
    }

    [Fact]
    public void Set_of_long_life_names_what_is_needed_without_permission()
    {
        FakeDriver driver = FakeDriver.With(static (_, _, _) => Errno.AccessDenied, null, null, Ideapad);
        BatteryException problem = Assert.Throws<BatteryException>(() => driver.Set(null, 80));
        Assert.Equal(BatteryError.PermissionDenied, problem.Code);
        Assert.StartsWith($"cannot write Long_Life to {driver.Location}/{Types}", problem.Message, StringComparison.Ordinal);
    }
}
