using System.Text;
using Battery.Core.Linux;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;

namespace Battery.Core.Tests.Linux;

/// <summary>A supply that the kernel takes apart or puts together while it is read, as Linux's drivers answer then.</summary>
public class HotUnplugTests
{
    private const int TryAgain = 11;
    private const int NoDevice = 19;
    private const int TimedOut = 110;
    private const string Torn = "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_STATUS=Discharging\nPOWER_SUPPLY_PRESENT=1\n";

    [Fact]
    public void TryRead_returns_false_if_values_fail_with_the_error_of_a_removal() =>
        Assert.False(TryRead(Torn, out _, ("status", new(NoDevice)), ("capacity", new(NoDevice))));

    // Firmware of Qualcomm and Surface machines after the start.
    [Theory]
    [InlineData(TryAgain, "")]
    [InlineData(TimedOut, "")]
    [InlineData(TryAgain, "POWER_SUPPLY_TYPE=Battery\n")]
    public void TryRead_returns_true_with_unknown_values_if_the_device_does_not_respond(int error, string uevent)
    {
        RecordedResponse refused = new(error);
        Assert.True(TryRead(uevent, out RawReading reading, ("present", refused), ("status", refused), ("capacity", refused), ("model_name", refused)));
        Assert.Equal(ValueQuality.ReadFailed, reading.QualityOf(SupplyProperty.Capacity));
        Assert.Equal(ValueQuality.ReadFailed, reading.QualityOf(SupplyProperty.ModelName));
        Assert.Equal((long)SupplyType.Battery, reading[SupplyProperty.Type].Number);
    }

    [Fact]
    public void TryRead_returns_true_if_one_value_fails_as_during_a_removal_and_the_device_does_not_respond_for_the_others() =>
        Assert.True(TryRead("POWER_SUPPLY_TYPE=Battery\n", out _, ("status", new(NoDevice)), ("capacity", new(TryAgain))));

    [Fact]
    public void TryRead_returns_false_during_a_removal_if_present_is_1() =>
        Assert.False(TryRead(Torn, out _, ("present", new("1\n"u8)), ("status", new(NoDevice)), ("capacity", new(NoDevice))));

    [Fact]
    public void TryRead_returns_false_during_a_removal_if_only_the_type_is_known() =>
        Assert.False(TryRead(string.Empty, out _, ("status", new(NoDevice)), ("capacity", new(NoDevice))));

    [Fact]
    public void TryRead_returns_true_if_only_one_value_fails()
    {
        Assert.True(TryRead(Torn, out RawReading reading, ("status", new("Discharging\n"u8)), ("capacity", new(NoDevice))));
        Assert.Equal(ValueQuality.ReportedUnknown, reading.QualityOf(SupplyProperty.Capacity));
    }

    [Fact]
    public void TryRead_returns_true_if_no_known_value_has_a_file() => Assert.True(TryRead(Torn, out _, ("capacity", new(NoDevice))));

    [Theory]
    [InlineData(TryAgain)]
    [InlineData(TimedOut)]
    public void TryRead_reads_again_what_failed_during_registration(int error)
    {
        RecordedDevice device = Device(Torn, ("status", new("Discharging\n"u8)), ("capacity", new("62\n"u8)));
        var reading = new RawReading { Name = device.Name };
        Assert.True(new LinuxSupplyReader(new FirstRefusing(new RecordedDirectory(device), "capacity", error), static () => 0).TryRead(reading));
        Assert.Equal(62, reading[SupplyProperty.Capacity].Number);
    }

    private static bool TryRead(string uevent, out RawReading reading, params (string Name, RecordedResponse Answer)[] files)
    {
        RecordedDevice device = Device(uevent, files);
        reading = new() { Name = device.Name };
        return new LinuxSupplyReader(new RecordedDirectory(device), static () => 0).TryRead(reading);
    }

    private static RecordedDevice Device(string uevent, params (string Name, RecordedResponse Answer)[] files)
    {
        var device = new RecordedDevice("BAT0");
        device.Responses.Add(("uevent", new(Encoding.UTF8.GetBytes(uevent))));
        device.Responses.Add(("type", new("Battery\n"u8)));
        device.Responses.AddRange(files);
        return device;
    }

    /// <summary>A directory in which one file fails at the first read.</summary>
    private sealed class FirstRefusing(ISupplyDirectory folder, string refused, int error) : ISupplyDirectory
    {
        private bool _hasRefused;

        public string Name => folder.Name;

        public string Location => folder.Location;

        public bool IsSysfs => folder.IsSysfs;

        public bool Exists => folder.Exists;

        public DirectoryStamp Stamp => folder.Stamp;

        public AttributeCache? Cache { get; set; }

        public bool TryList(out List<byte[]> names) => folder.TryList(out names);

        public ISupplyFile File(ReadOnlySpan<byte> name)
        {
            ISupplyFile file = folder.File(name);
            if (_hasRefused || Encoding.UTF8.GetString(name) != refused)
            {
                return file;
            }

            _hasRefused = true;
            return new RecordedFile(new RecordedResponse(error));
        }
    }
}
