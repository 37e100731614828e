using Battery.Core.Linux.Native;
using Battery.Core.Model;

namespace Battery.Core.Tests.Linux.Native;

public class ErrnoTests
{
    // drivers/acpi/battery.c answers ENODEV for a quantity that the firmware gives as unknown.
    [Theory]
    [InlineData(19)]
    [InlineData(6)]
    [InlineData(22)]
    [InlineData(61)]
    [InlineData(95)]
    public void A_driver_that_answers_so_does_not_know(int error) => Assert.Equal(ValueQuality.ReportedUnknown, Errno.ToQuality(error));

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public void Forbidden_is_told_apart(int error) => Assert.Equal(ValueQuality.PermissionDenied, Errno.ToQuality(error));

    [Fact]
    public void No_file_is_no_value() => Assert.Equal(ValueQuality.Missing, Errno.ToQuality(2));

    [Theory]
    [InlineData(5)]
    [InlineData(110)]
    [InlineData(12345)]
    public void Anything_else_is_a_failure(int error) => Assert.Equal(ValueQuality.ReadFailed, Errno.ToQuality(error));
}
