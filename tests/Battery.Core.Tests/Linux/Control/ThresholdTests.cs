using Battery.Core.ChargeLimits;
using Battery.Core.Linux.Native;
using Battery.Core.Model;

namespace Battery.Core.Tests.Linux.Control;

/// <summary>Setting the two thresholds, with drivers as the kernel has them.</summary>
public class ThresholdTests
{
    private const string Start = FakeDriver.Start;
    private const string End = FakeDriver.End;

    // thinkpad_acpi refuses a start above the end, and an end below the start. The firmware of a T495s refuses equal ones
    // (vietanhdev/ThinkUtils 9 and 20): the order depends on the values in force.
    [Theory]
    [InlineData(40, 50, 75, 80, End)]
    [InlineData(75, 80, 40, 50, Start)]
    [InlineData(60, 80, 40, 60, Start)]
    [InlineData(40, 60, 60, 80, End)]
    [InlineData(0, 100, 75, 80, End)]
    [InlineData(50, 55, 95, 100, End)]
    [InlineData(95, 100, 50, 55, Start)]
    [InlineData(75, 80, 75, 80, End)]
    public void Set_writes_the_thresholds_so_that_the_start_stays_below_the_end(int start, int end, int newStart, int newEnd, string first)
    {
        FakeDriver driver = FakeDriver.With(Strict, start, end);
        Assert.Equal(new ChargeLimit(newStart, newEnd), driver.Set(newStart, newEnd));
        Assert.Equal(2, driver.Writes.Count);
        Assert.StartsWith(first, driver.Writes[0], StringComparison.Ordinal);
    }

    // It compares with what was written last, and reports what the firmware has, which forgets its thresholds when it is reset.
    [Fact]
    public void Set_tries_the_other_order_if_the_driver_goes_by_other_values_than_it_reports()
    {
        (int Start, int End) cached = (75, 80);
        FakeDriver driver = FakeDriver.With(
            (driver, name, text) =>
            {
                int number = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
                if (name == Start ? number > cached.End : number < cached.Start)
                {
                    return Errno.InvalidArgument;
                }

                cached = name == Start ? (number, cached.End) : (cached.Start, number);
                return driver.Store(name, text);
            },
            0,
            100);
        Assert.Equal(new ChargeLimit(40, 50), driver.Set(40, 50));
    }

    [Theory]
    [InlineData(81, 80)]
    [InlineData(99, 1)]
    [InlineData(-1, 80)]
    [InlineData(100, 100)]
    [InlineData(null, 0)]
    [InlineData(null, 101)]
    public void Set_refuses_an_invalid_limit_before_anything_is_written(int? start, int end)
    {
        FakeDriver driver = FakeDriver.With(40, 60);
        Assert.Equal(BatteryError.InvalidArgument, Assert.Throws<BatteryException>(() => driver.Set(start, end)).Code);
        Assert.Empty(driver.Writes);
    }

    [Fact]
    public void Set_leaves_a_start_that_is_below_the_end() => AssertSet(FakeDriver.With(Strict, 40, 90), null, 80, (40, 80), $"{End} 80");

    [Fact]
    public void Set_lowers_a_start_that_is_not_below_the_end() =>
        AssertSet(FakeDriver.With(Strict, 80, 90), null, 80, (75, 80), $"{Start} 75", $"{End} 80");

    [Fact]
    public void Set_to_a_very_low_end_gives_a_start_of_0() => AssertSet(FakeDriver.With(Strict, 80, 90), null, 3, (0, 3), $"{Start} 0", $"{End} 3");

    [Fact]
    public void Set_to_100_removes_the_start_as_well() => AssertSet(FakeDriver.With(Strict, 75, 80), null, 100, (0, 100), $"{End} 100", $"{Start} 0");

    [Fact]
    public void Set_to_100_with_a_start_keeps_that_start() => AssertSet(FakeDriver.With(Strict, 75, 80), 96, 100, (96, 100), $"{End} 100", $"{Start} 96");

    [Fact]
    public void Set_of_a_device_without_a_start_writes_the_end_only() => AssertSet(FakeDriver.With(null, 100), 75, 80, (null, 80), $"{End} 80");

    // macsmc-power: the start follows the end, and only the end can be written.
    [Fact]
    public void Set_leaves_a_start_that_nobody_can_write_to_the_device()
    {
        FakeDriver driver = FakeDriver.With(
            static (driver, name, text) =>
            {
                driver.Attributes[Start] = text == "80" ? "75" : "100";
                return driver.Store(name, text);
            },
            100,
            100);
        driver.ReadOnly.Add(Start);
        AssertSet(driver, 40, 80, (75, 80), $"{End} 80");
    }

    [Fact]
    public void Set_writes_a_limit_that_is_in_force_again() => AssertSet(FakeDriver.With(40, 80), null, 80, (40, 80), $"{End} 80");

    // Samsung Galaxybook and msi-ec report such numbers until a threshold was set.
    [Theory]
    [InlineData("78497792")]
    [InlineData("-10")]
    [InlineData(null)]
    [InlineData("")]
    public void Set_works_where_no_threshold_in_force_is_known(string? nonsense)
    {
        FakeDriver driver = FakeDriver.With(60, 80);
        driver.Attributes[Start] = driver.Attributes[End] = nonsense;
        AssertSet(driver, 75, 80, (75, 80), $"{End} 80", $"{Start} 75");
    }

    private static void AssertSet(FakeDriver driver, int? start, int end, (int? Start, int? End) inForce, params string[] writes)
    {
        Assert.Equal(new ChargeLimit(inForce.Start, inForce.End), driver.Set(start, end));
        Assert.Equal(writes, driver.Writes);
    }

    private static int Strict(FakeDriver driver, string name, string text)
    {
        int number = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return (name == Start ? number < driver.Number(End) : number > driver.Number(Start)) ? driver.Store(name, text) : Errno.InvalidArgument;
    }
}
