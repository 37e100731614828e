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
    public void ToQuality_is_ReportedUnknown_for_errors_that_mean_unknown(int error) => Assert.Equal(ValueQuality.ReportedUnknown, Errno.ToQuality(error));

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public void ToQuality_is_PermissionDenied_for_missing_permission(int error) => Assert.Equal(ValueQuality.PermissionDenied, Errno.ToQuality(error));

    [Fact]
    public void ToQuality_is_Missing_for_a_missing_file() => Assert.Equal(ValueQuality.Missing, Errno.ToQuality(2));

    [Theory]
    [InlineData(5)]
    [InlineData(110)]
    [InlineData(12345)]
    public void ToQuality_is_ReadFailed_for_other_errors(int error) => Assert.Equal(ValueQuality.ReadFailed, Errno.ToQuality(error));
}
