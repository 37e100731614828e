using Battery.Core.ChargeLimits;
using Battery.Core.Linux.Native;
using Battery.Core.Model;

namespace Battery.Core.Tests.Linux.Control;

/// <summary>The limit in force is the one that the device reports after the writes.</summary>
public class EffectiveLimitTests
{
    private const string Start = FakeDriver.Start;
    private const string End = FakeDriver.End;

    [Fact]
    public void Set_returns_the_rounded_limit_of_a_device_that_rounds()
    {
        FakeDriver driver = FakeDriver.With(static (driver, name, text) => driver.Store(name, text == "75" ? "80" : text), null, 100);
        Assert.Equal(new ChargeLimit(null, 80), driver.Set(null, 75));
        Assert.Equal(0, driver.Waited);
    }

    // Dell: an end has a distance of 5 from the start, which is at least 50.
    [Fact]
    public void Set_returns_the_pair_of_a_device_that_moves_the_start()
    {
        FakeDriver driver = FakeDriver.With(static (driver, name, text) => driver.Store(name, name == Start && text == "40" ? "50" : text), 60, 90);
        Assert.Equal(new ChargeLimit(50, 80), driver.Set(40, 80));
    }

    // Huawei: 0 and 100, 40 and 70, 70 and 90 are the pairs (aymanbagabas/Huawei-WMI 21).
    [Fact]
    public void Set_returns_the_pair_of_a_device_with_fixed_pairs()
    {
        FakeDriver driver = FakeDriver.With(
            static (driver, _, text) =>
            {
                (driver.Attributes[Start], driver.Attributes[End]) = text is "70" or "90" or "85" ? ("70", "90") : ("40", "70");
                return 0;
            },
            0,
            100);
        Assert.Equal(new ChargeLimit(70, 90), driver.Set(null, 85));
    }

    // A start that was written moved the end; written again, both were applied (maniacx/Battery-Health-Charging 91).
    [Fact]
    public void Set_writes_again_if_the_start_moved_the_end()
    {
        bool wasMoved = false;
        FakeDriver driver = FakeDriver.With(
            (driver, name, text) =>
            {
                driver.Store(name, text);
                if (name == Start && !wasMoved)
                {
                    wasMoved = true;
                    driver.Store(End, text);
                }

                return 0;
            },
            55,
            60);
        Assert.Equal(new ChargeLimit(75, 80), driver.Set(75, 80));
    }

    [Fact]
    public void Set_fails_and_undoes_if_the_device_forgets_the_end()
    {
        FakeDriver driver = FakeDriver.With(static (driver, name, text) => name == End ? 0 : driver.Store(name, text), 40, 60);
        BatteryException problem = Assert.Throws<BatteryException>(() => driver.Set(50, 80));
        Assert.Equal(BatteryError.Refused, problem.Code);
        Assert.Contains("accepted a charge limit of 50 to 80 % and still reports 50 to 60 %", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("what had been changed was restored", problem.Message, StringComparison.Ordinal);
        Assert.Equal(("40", "60"), driver.Thresholds);
    }

    [Fact]
    public void Set_fails_if_only_the_start_was_to_change_and_the_device_forgets_it()
    {
        FakeDriver driver = FakeDriver.With(static (driver, name, text) => name == Start ? 0 : driver.Store(name, text), 40, 80);
        Assert.Equal(BatteryError.Refused, Assert.Throws<BatteryException>(() => driver.Set(50, 80)).Code);
    }

    [Fact]
    public void Set_waits_for_a_device_that_applies_the_limit_late()
    {
        string? pending = null;
        FakeDriver driver = new()
        {
            OnWrite = (_, _, text) =>
            {
                pending = text;
                return 0;
            },
            OnWait = driver => driver.Attributes[End] = driver.Waited >= 300 ? pending : "100",
        };
        driver.Attributes[End] = "100";
        Assert.Equal(new ChargeLimit(null, 80), driver.Set(null, 80));
        Assert.Equal(300, driver.Waited);
        Assert.Single(driver.Writes);
    }

    [Fact]
    public void Set_returns_an_unknown_limit_if_it_cannot_be_read_back()
    {
        FakeDriver driver = FakeDriver.With(
            static (driver, name, _) =>
            {
                driver.Attributes[name] = null;
                return 0;
            },
            null,
            100);
        Assert.Equal(new ChargeLimit(null, null), driver.Set(null, 80));
    }

    // The start in force is reported, so that a caller sees that the battery still rests above it.
    [Fact]
    public void Set_to_100_succeeds_if_the_device_refuses_to_remove_the_start()
    {
        FakeDriver driver = FakeDriver.With(static (driver, name, text) => name == Start ? Errno.InvalidArgument : driver.Store(name, text), 75, 80);
        Assert.Equal(new ChargeLimit(75, 100), driver.Set(null, 100));
    }
}
