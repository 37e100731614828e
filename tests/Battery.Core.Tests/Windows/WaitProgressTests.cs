using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Live;
using Battery.Core.Windows.Native;

namespace Battery.Core.Tests.Windows;

/// <summary>What is requested to wait, and what the completion of a request means.</summary>
public class WaitProgressTests
{
    // ERROR_GEN_FAILURE and ERROR_OPERATION_ABORTED of winerror.h.
    private const int GeneralFailure = 31;
    private const int Aborted = 995;

    private readonly FakeBatteryDevice _device = new();
    private readonly WaitProgress _progress = new();

    [Fact]
    public void TryBegin_waits_for_another_state_or_percent_of_the_battery()
    {
        Assert.False(Begin());
        Assert.Equal(new(7, IoctlResponses.Discharging, 29_700, 30_149), _progress.Conditions);
    }

    [Fact]
    public void TryBegin_waits_for_another_state_if_the_full_capacity_cannot_be_read()
    {
        _device.LevelErrors[BatteryInformationLevel.Information] = GeneralFailure;
        Assert.False(Begin());
        Assert.Equal(new(7, IoctlResponses.Discharging, 0, IoctlResponses.Unknown), _progress.Conditions);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Win32Error.FileNotFound)]
    public void TryBegin_waits_for_a_battery_in_an_empty_bay(int error)
    {
        (_device.Tag, _device.TagError) = (0, error);
        Assert.False(Begin());
        Assert.Equal(BatteryWaitConditions.UntilInserted, _progress.Conditions);
    }

    [Theory]
    [InlineData(GeneralFailure, 0)]
    [InlineData(0, GeneralFailure)]
    public void TryBegin_returns_false_while_the_driver_fails(int tagError, int statusError)
    {
        (_device.TagError, _device.StatusError) = (tagError, statusError);
        Assert.False(_progress.TryBegin(_device, out _));
        Assert.True(_device.IsReleased);
    }

    [Fact]
    public void TryBegin_reports_what_changed_while_no_request_was_pending()
    {
        Begin();
        Assert.False(_progress.Complete(Aborted, [], 0));
        Assert.True(_progress.IsDue(0));
        _device.Status = IoctlResponses.Status(IoctlResponses.Charging);
        Assert.True(Begin());
        Assert.False(Begin());
        _device.Tag = 8;
        Assert.True(Begin());
        _device.Tag = 0;
        Assert.True(Begin());
        Assert.False(Begin());
        _device.Tag = 9;
        Assert.True(Begin());
    }

    [Fact]
    public void Complete_pauses_a_driver_that_fails_or_does_not_wait_twice()
    {
        Begin();
        Assert.False(_progress.Complete(0, _device.Status, 100));
        Assert.True(_progress.IsDue(100));
        Begin();
        Assert.False(_progress.Complete(GeneralFailure, [], 200));
        Assert.False(_progress.IsDue(200));
        Assert.False(_progress.IsDue(200 + WaitProgress.Pause - 1));
        Assert.True(_progress.IsDue(200 + WaitProgress.Pause));
    }

    [Fact]
    public void TryBegin_after_a_pause_reports_no_change_that_was_found_by_polling()
    {
        Begin();
        _progress.Fail(0);
        _progress.Fail(0);
        _device.Status = IoctlResponses.Status(IoctlResponses.Charging);
        Assert.False(Begin());
    }

    [Fact]
    public void Complete_with_a_change_forgives_a_failure()
    {
        Begin();
        _progress.Fail(0);
        Begin();
        Assert.True(_progress.Complete(Win32Error.FileNotFound, [], 0));
        _progress.Fail(0);
        Assert.True(_progress.IsDue(0));
    }

    [Fact]
    public void Resume_ends_a_pause()
    {
        _progress.Fail(0);
        _progress.Fail(0);
        _progress.Resume();
        Assert.True(_progress.IsDue(0));
        _progress.Fail(0);
        Assert.True(_progress.IsDue(0));
    }

    private bool Begin()
    {
        Assert.True(_progress.TryBegin(_device, out bool isChange));
        return isChange;
    }
}
