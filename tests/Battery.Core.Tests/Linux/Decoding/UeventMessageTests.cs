using System.Text;
using Battery.Core.Linux.Decoding;

namespace Battery.Core.Tests.Linux.Decoding;

public class UeventMessageTests
{
    [Theory]
    [InlineData("change@/devices/x/power_supply/BAT0\0ACTION=change\0SUBSYSTEM=power_supply\0SEQNUM=4\0", true)]
    [InlineData("remove@/devices/x/power_supply/BAT0\0SUBSYSTEM=power_supply", true)]
    [InlineData("\0SUBSYSTEM=power_supply\0", true)]
    [InlineData("add@/devices/usb1\0ACTION=add\0SUBSYSTEM=usb\0", false)]
    [InlineData("add@/devices/x\0SUBSYSTEM=power_supply_extra\0", false)]
    [InlineData("add@/devices/SUBSYSTEM=power_supply\0SUBSYSTEM=usb\0", false)]
    [InlineData("", false)]
    public void IsOfPowerSupply_returns_true_for_that_subsystem_only(string message, bool isOfPowerSupply) =>
        Assert.Equal(isOfPowerSupply, UeventMessage.IsOfPowerSupply(Encoding.ASCII.GetBytes(message)));
}
