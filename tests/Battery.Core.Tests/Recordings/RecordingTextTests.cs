using System.Text;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Core.Windows.Recorded;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Recordings;

/// <summary>Recordings as editors, shells and people make them: read whole, or refused with the line.</summary>
public sealed class RecordingTextTests : IDisposable
{
    private const string Header = "battery-recording 1\nsystem linux\n";
    private const string Laptop = $"{Header}device BAT0\nanswer uevent text\n  POWER_SUPPLY_TYPE=Battery\n  POWER_SUPPLY_CAPACITY=7\nend\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "recording.txt");

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Laptop) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Laptop)] },
        { "UTF-16 as Windows PowerShell redirects", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Laptop.ReplaceLineEndings("\r\n"))] },
        { "UTF-16, big endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Laptop)] },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Open_reads_every_encoding(string name, byte[] file)
    {
        File.WriteAllBytes(Path, file);
        Assert.NotEmpty(name);
        AssertIsTheLaptop(RecordedSources.Open(Path));
    }

    [Theory]
    [InlineData("\n# made by hand\n   \n", "battery-recording 1")]
    [InlineData("  POWER_SUPPLY_TYPE", "\tPOWER_SUPPLY_TYPE")]
    [InlineData("  POWER_SUPPLY_CAPACITY", "\n\n# half full\n  POWER_SUPPLY_CAPACITY")]
    [InlineData("device BAT0", "device\tBAT0\t ")]
    [InlineData("end\n", "\n  \nend\n\n# that is all\n")]
    [InlineData("end\n", "end")]
    [InlineData("\n", "\r\n")]
    public void Open_reads_what_editors_change(string part, string edited)
    {
        string file = part.EndsWith("   \n", StringComparison.Ordinal) ? part + Laptop : Laptop.Replace(part, edited, StringComparison.Ordinal);
        Assert.NotEqual(Laptop, file);
        File.WriteAllText(Path, file);
        AssertIsTheLaptop(RecordedSources.Open(Path));
    }

    [Theory]
    [InlineData($"{Header}  stray\nend\n", 3, "outside of an answer")]
    [InlineData($"{Header}\tstray\nend\n", 3, "outside of an answer")]
    [InlineData($"{Header}device BAT0\n  stray\nend\n", 4, "outside of an answer")]
    [InlineData($"{Header}device BAT0\nanswer a error 5\n  stray\nend\n", 5, "outside of an answer")]
    [InlineData($"{Header}device BAT0\nanswer a text\n stray\nend\n", 5, "two blanks or a tab")]
    [InlineData($"{Header}device BAT0\ndevice BAT1\ndevice BAT0\nend\n", 5, "a device BAT0 already")]
    [InlineData($"{Header}device BAT0\nanswer a text\n  1\nanswer a text\n  2\nend\n", 6, "an answer a of this device already")]
    [InlineData($"{Header}end\n\ndevice BAT0\n", 5, "text after the line 'end'")]
    [InlineData($"{Header}end\n  stray\n", 4, "text after the line 'end'")]
    public void Open_refuses_what_would_be_lost_with_its_line(string file, int line, string problem)
    {
        File.WriteAllText(Path, file);
        var error = Assert.Throws<BatteryException>(() => RecordedSources.Open(Path));
        Assert.Equal(BatteryError.InvalidData, error.Code);
        Assert.Contains($": line {line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_puts_no_control_characters_and_no_long_text_of_a_file_into_a_message()
    {
        string hostile = "\u001B]0;PWNED\u0007\u202E" + new string('x', 60_000);
        string[] files =
        [
            $"battery-recording {hostile}\n", $"battery-recording 1\nsystem {hostile}\nend\n",
            $"{Header}device {hostile}\ndevice {hostile}\nend\n", $"<plist><{hostile}>",
        ];
        foreach (string file in files)
        {
            File.WriteAllText(Path, file);
            string message = Assert.Throws<BatteryException>(() => RecordedSources.Open(Path)).Message;
            Assert.DoesNotContain(message, static c => char.IsControl(c) || c == '\u202E');
            Assert.InRange(message.Length, 1, Path.Length + 600);
        }
    }

    [Theory]
    [InlineData("thinkpad-t480-dual", "linux")]
    [InlineData("laptop-discharging", "windows")]
    public void Location_of_a_recorded_battery_is_short_and_safe_to_print(string machine, string system)
    {
        Recording recording = RecordedSources.Open(new Fixture(machine, system).Recording).Record(keepsSerialNumbers: true);
        var hostile = new Recording(recording.System, recording.Devices.ConvertAll(Hostile), KeepsSerialNumbers: true);
        List<BatteryDevice> batteries = RecordedSources.OpenFile(RecordingWriter.Write(hostile, DateTime.UnixEpoch)).ReadBatteries();
        Assert.NotEmpty(batteries);
        Assert.All(batteries, static battery => Assert.InRange(battery.Location.Length, 1, PlainText.MaxBytes + 20));
        Assert.All(batteries, static battery => Assert.DoesNotContain(battery.Location, static c => char.IsControl(c)));
    }

    [Fact]
    public void A_dump_with_an_element_within_a_string_is_text()
    {
        File.WriteAllText(Path, """
            +-o AppleSmartBattery  <class AppleSmartBattery, id 0x100000aa7, registered, matched, active>
                "BatteryInstalled" = Yes
                "CycleCount" = 5
                "Note" = "see <dict> and <plist version=1>"
            """);
        Assert.Equal(5, RecordedSources.Open(Path).ReadBatteries().Single().Snapshot.Number(BatteryField.CycleCount));
    }

    [Fact]
    public void A_device_and_a_machine_have_limits()
    {
        string answers = string.Concat(Enumerable.Range(0, RecordingLimits.MaxAnswers + 1).Select(static i => $"answer a{i} error 5\n"));
        Assert.Contains("1000 answers", Refusal($"{Header}device BAT0\n{answers}end\n"), StringComparison.Ordinal);
        string devices = string.Concat(Enumerable.Range(0, RecordingLimits.MaxDevices + 1).Select(static i => $"device {i}\n"));
        Assert.Contains("10000 devices", Refusal($"{Header}{devices}end\n"), StringComparison.Ordinal);
        string line = new('x', RecordingLimits.MaxLine + 1);
        Assert.Contains("line 4: it is longer than 64 KB", Refusal($"{Header}device BAT0\n{line}\nend\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_supplies_are_saved_and_opened()
    {
        var machine = new Recording(Recording.Linux, [], KeepsSerialNumbers: false);
        for (int i = 0; i < RecordingLimits.MaxDevices; i++)
        {
            // All names are equal, as masked ones can be.
            var device = new RecordedDevice("hid-***");
            device.TryAdd("uevent", new("POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=50\n"u8));
            machine.Devices.Add(device);
        }

        RecordingFile.Save(machine, Path, overwrites: false);
        Assert.Equal(RecordingLimits.MaxDevices, RecordedSources.Open(Path).ReadBatteries().Count);
    }

    [Fact]
    public void A_long_answer_is_written_in_lines_that_are_read_again()
    {
        var device = new RecordedDevice("BAT0");
        byte[] bytes = Encoding.ASCII.GetBytes(new string('x', 100_000) + "\n\n" + new string('\\', 5_000));
        device.Responses.Add(("a", new(bytes)));
        ReadOnlySpan<byte> file = RecordingWriter.Write(new(Recording.Linux, [device], KeepsSerialNumbers: true), DateTime.UnixEpoch);
        Assert.All(Encoding.ASCII.GetString(file).Split('\n'), static line => Assert.InRange(line.Length, 0, 998));
        Assert.Equal(bytes, RecordingReader.Read(file).Devices.Single()["a"]!.Bytes.ToArray());
    }

    [Fact]
    public void An_answer_is_found_by_its_key_however_many_there_are()
    {
        var device = new RecordedDevice("BAT0");
        for (int i = 0; i < 100; i++)
        {
            device.TryAdd($"a{i}", new(i + 1));
        }

        device.TryAdd("a7", new(1000));
        Assert.Equal(8, device["a7"]!.Error);
        Assert.Null(device["b"]);

        // A search of the list would make a recording's saving quadratic.
        Assert.IsAssignableFrom<System.Collections.ObjectModel.KeyedCollection<string, (string, RecordedResponse)>>(device.Responses);
    }

    [Theory]
    [InlineData("", "a b c d e f g h i j ")]
    [InlineData("", "a b c d e f g h i j\n")]
    [InlineData("device BAT0\nanswer a text\n", "  01234567890123456789\n")]
    [InlineData("device BAT0\nanswer a hex\n", "  0 1 2 3 4 5 6 7 8 9\n")]
    public void Opening_takes_no_more_memory_than_a_few_times_the_file(string begin, string part)
    {
        File.WriteAllText(Path, Header + begin + string.Concat(Enumerable.Repeat(part, 180_000)) + "\nend\n");
        long length = new FileInfo(Path).Length, before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            RecordedSources.Open(Path);
        }
        catch (BatteryException)
        {
            // Whether it is valid does not matter.
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * length);
    }

    // The device with the state of the whole machine keeps its name.
    private static RecordedDevice Hostile(RecordedDevice device)
    {
        var renamed = new RecordedDevice(device.Name == WindowsRecordingKeys.Machine ? device.Name : $"{device.Name}\u001B{new string('x', 60_000)}");
        foreach ((string key, RecordedResponse response) in device.Responses)
        {
            renamed.TryAdd(key, response);
        }

        return renamed;
    }

    private static void AssertIsTheLaptop(IPowerSupplySource source) => source.ReadBatteries().Single().Snapshot.AssertNumber(BatteryField.Percentage, 7);

    private string Refusal(string file)
    {
        File.WriteAllText(Path, file);
        return Assert.Throws<BatteryException>(() => RecordedSources.Open(Path)).Message;
    }
}
