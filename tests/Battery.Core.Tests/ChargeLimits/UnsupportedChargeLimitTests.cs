using Battery.Core.ChargeLimits;
using Battery.Core.Model;
using Battery.Core.Tests.Windows;

namespace Battery.Core.Tests.ChargeLimits;

/// <summary>Where a charge limit cannot be set, the error says why, and what to use.</summary>
public class UnsupportedChargeLimitTests
{
    [Fact]
    public void SetChargeLimit_on_Windows_fails_with_the_reason_and_the_battery()
    {
        FakeBatteryDevice device = FakeBatteryDevice.Named("#1", "one");
        BatteryException problem = Assert.Throws<BatteryException>(
            () => new FakeBackend(device).Source().ReadBatteries().Single().SetChargeLimit(new(null, 80)));
        Assert.Equal(BatteryError.NotSupported, problem.Code);
        Assert.Equal($"cannot set the charge limit of {device.Path}: there is no interface", problem.Message);
    }

    [Theory]
    [InlineData("LENOVO", "use Lenovo Vantage")]
    [InlineData("ASUSTeK COMPUTER INC.", "use MyASUS")]
    [InlineData("Micro-Star International Co., Ltd.", "use MSI Center")]
    [InlineData("Microsoft Corporation", "use the Surface app or the UEFI settings")]
    [InlineData("Hewlett-Packard", "use the tool of the machine's maker, or the BIOS setup")]
    [InlineData("System76", "use the tool of the machine's maker, or the BIOS setup")]
    [InlineData(null, "use the tool of the machine's maker, or the BIOS setup")]
    public void OnWindows_names_the_tool_of_the_maker(string? vendor, string expected) => Assert.Equal(expected, VendorTools.OnWindows(vendor));
}
