using System.Text;
using Battery.Core.Linux;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Recordings;

/// <summary>What a recording without serial numbers leaves out, and what it must not change.</summary>
public sealed class MaskingTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("batt_sn", "K7Q93")]
    [InlineData("SN", "K7Q93")]
    [InlineData("barcode", "K7Q93")]
    [InlineData("unique_id", "0x79393")]
    [InlineData("battery_id", "7939312")]
    [InlineData("PPID", "K7Q93")]
    [InlineData("SER_NO", "7939312")]
    [InlineData("UUID", "d2719e9c-79393")]
    [InlineData("MAC", "001122793931")]
    [InlineData("bd_addr", "00 11 22 79 39 31")]
    [InlineData("manufacturing_info", "SN:K7Q93")]
    [InlineData("fleet_number", "12345678901")]
    [InlineData("owner", "K7Q93")]
    public void Private_properties_and_unknown_text_are_masked(string key, string value)
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50", $"{key.ToUpperInvariant()}={value}").File("BAT0", key, value + "\n");
        string[] before = [value], after = [.. Masked().Devices.Single().Responses.Select(static response => Encoding.UTF8.GetString(response.Response.Bytes))];
        Assert.All(before, text => Assert.DoesNotContain(after, found => found.Contains(text, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(2, after.Count(static text => text.Contains('*', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("health", "Over voltage")]
    [InlineData("charge_behaviour", "[auto] inhibit-charge")]
    [InlineData("model_name", "DELL 1VX1H98")]
    [InlineData("snapshot_interval", "12")]
    [InlineData("of_compatible_0", "ti,bq27441")]
    [InlineData("vendor_counter", "-4 0 1234567890")]
    [InlineData("energy_full", "123456789012")]
    public void What_the_kernel_defines_and_numbers_are_kept(string key, string value)
    {
        _tree.Supply("BAT0", "TYPE=Battery", $"{key.ToUpperInvariant()}={value}").File("BAT0", key, value + "\n");
        Recording masked = Masked();
        Assert.Equal(value + "\n", Encoding.UTF8.GetString(masked.Devices.Single()[key]!.Bytes));
        Assert.Contains($"={value}\n", Encoding.UTF8.GetString(masked.Devices.Single()["uevent"]!.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mouse-001122334455", "mouse-**********55")]
    [InlineData("mouse_00_11_22_33_44_55", "mouse_**_**_**_**_**_55")]
    [InlineData("mouse-00.11.22.33.44.55", "mouse-**.**.**.**.**.55")]
    public void An_address_without_letters_is_masked_in_a_name(string name, string masked)
    {
        _tree.Supply(name, $"NAME={name}", "TYPE=Battery", "CAPACITY=50");
        RecordedDevice device = Masked().Devices.Single();
        Assert.Equal(masked, device.Name);
        Assert.Contains($"NAME={masked}\n", Encoding.UTF8.GetString(device["uevent"]!.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_supplies_whose_masked_names_are_equal_are_saved_and_opened_as_two()
    {
        _tree.Supply("hid-5CG1234-battery", "TYPE=Battery", "CAPACITY=50").Supply("hid-5CG9934-battery", "TYPE=Battery", "CAPACITY=60");
        Recording opened = RecordingReader.Read(RecordingWriter.Write(Masked(), DateTime.UnixEpoch));
        Assert.Equal(["hid-*****34-battery", "hid-*****34-battery-2"], opened.Devices.Select(static device => device.Name));
    }

    [Fact]
    public void Strings_of_a_Mac_are_masked_unless_they_are_known()
    {
        const string Dump = """
            +-o AppleSmartBattery  <class AppleSmartBattery, id 0x100000aa7>
                "BatteryInstalled" = Yes
                "DeviceName" = "bq40z651"
                "PackBarcode" = "K7Q93"
                "BatteryUUID" = "79393"
                "AdapterDetails" = {"Name"="30W USB-C Power Adapter","Contact"="Somebody","PPID"=79393,"Watts"=30}
            """;
        Recording recording = new MacOSSource(new MacOSRecordedBackend(Encoding.UTF8.GetBytes(Dump))).Record(keepsSerialNumbers: false);
        string text = Encoding.UTF8.GetString(recording.Devices.Single().Responses[0].Response.Bytes);
        Assert.All(["K7Q93", "79393", "Somebody"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.All(["bq40z651", "30W USB-C Power Adapter", "<integer>30</integer>"], known => Assert.Contains(known, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("thinkpad-t480-dual", "linux")]
    [InlineData("laptop-discharging", "windows")]
    [InlineData("macbook-air-just-plugged-in", "macos")]
    public void A_masked_recording_that_is_saved_again_is_masked_whatever_is_wanted(string machine, string system)
    {
        IPowerSupplySource source = RecordedSources.Open(new Fixture(machine, system).Recording);
        Assert.True(source.Record(keepsSerialNumbers: true).KeepsSerialNumbers);
        string file = Path.Combine(_tree.Sysfs, "masked.txt");
        RecordingFile.Save(source.Record(keepsSerialNumbers: false), file, overwrites: false);
        Recording again = RecordedSources.Open(file).Record(keepsSerialNumbers: true);
        Assert.False(again.KeepsSerialNumbers);
        Assert.Equal(File.ReadAllBytes(file), RecordingWriter.Write(again, DateTime.UtcNow).ToArray());
    }

    private Recording Masked() => LinuxSource.Open(_tree.Sysfs).Record(keepsSerialNumbers: false);
}
