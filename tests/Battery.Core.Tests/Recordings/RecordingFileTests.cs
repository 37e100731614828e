using System.Text;
using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;
using CsCheck;

namespace Battery.Core.Tests.Recordings;

/// <summary>The file format: any bytes are preserved, and a file that is not a recording is an error with its line.</summary>
public sealed class RecordingFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "recording.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_gives_what_Write_wrote() => Gen.Select(Gen.String, Gen.String, Gen.Byte.Array[0, 300], Gen.Int).Sample(
        static (name, key, bytes, error) =>
        {
            var device = new RecordedDevice(name + "x");
            device.Responses.Add((key + "x", new(bytes)));
            device.Responses.Add(("wrong", new(error == 0 ? 1 : error)));
            Recording recording = RecordingReader.Read(RecordingWriter.Write(new("linux", [device], KeepsSerialNumbers: true), DateTime.UnixEpoch));
            RecordedDevice read = recording.Devices.Single();
            Assert.Equal(Utf8(name + "x"), read.Name);
            Assert.Equal(Utf8(key + "x"), read.Responses[0].Key);
            Assert.Equal(bytes, read.Responses[0].Response.Bytes.ToArray());
            Assert.Equal(error == 0 ? 1 : error, read.Responses[1].Response.Error);
        },
        time: Fuzzing.Seconds);

    [Fact]
    public void Read_throws_for_a_damaged_recording()
    {
        byte[] whole = RecordingWriter.Write(Some, DateTime.UnixEpoch).ToArray();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample(
            (at, value, length) =>
            {
                byte[] damaged = whole[..length];
                if (at < length)
                {
                    damaged[at] = value;
                }

                try
                {
                    RecordingReader.Read(damaged);
                }
                catch (BatteryException problem)
                {
                    Assert.Equal(BatteryError.InvalidData, problem.Code);
                }
            },
            time: Fuzzing.Seconds);
    }

    [Theory]
    [InlineData("battery-recording 2\n", "line 1: it is of version 2")]
    [InlineData("battery-recording 1\nsystem linux\n", "line 2: it ends without the line 'end'")]
    [InlineData("battery-recording 1\nend\n", "no line 'system'")]
    [InlineData("battery-recording 1\nanswer uevent text\nend\n", "an 'answer' comes before any device")]
    [InlineData("battery-recording 1\ndevice BAT0\nanswer uevent\nend\n", "line 3: after 'device' comes a name")]
    [InlineData("battery-recording 1\ndevice BAT0\nanswer uevent error none\nend\n", "an error is a number")]
    [InlineData("battery-recording 1\ndevice BAT0\nanswer uevent text\n  a\\q\nend\n", "line 4: a backslash is followed by")]
    [InlineData("battery-recording 1\ndevice BAT0\nanswer uevent hex\n  0g\nend\n", "line 4: bytes are pairs of hexadecimal digits")]
    [InlineData("battery-recording 1\ndevice \\\nend\n", "line 2: in a name a backslash is followed by")]
    [InlineData("battery-recording 1\nsystem amiga\nend\n", "a system that this library does not know: amiga")]
    [InlineData("hello\n", "it is not a recording")]
    [InlineData("", "it is not a recording")]
    public void Open_throws_an_error_with_the_line_and_the_problem(string text, string message)
    {
        File.WriteAllText(Path, text);
        var problem = Assert.Throws<BatteryException>(() => RecordedSources.Open(Path));
        Assert.Equal(BatteryError.InvalidData, problem.Code);
        Assert.StartsWith($"cannot open the recording {Path}: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ignores_comments_unknown_words_and_carriage_returns()
    {
        File.WriteAllText(Path,
            "battery-recording 1\r\n# made up\r\nsystem linux\r\ncolour blue\r\n\r\ndevice BAT0\r\nanswer uevent text\r\n"
            + "  POWER_SUPPLY_TYPE=Battery\r\n  POWER_SUPPLY_CAPACITY=7\r\nend\r\n");
        RecordedSources.Open(Path).ReadBatteries().Single().Snapshot.AssertNumber(BatteryField.Percentage, 7);
    }

    [Fact]
    public void Save_overwrites_only_if_requested()
    {
        File.WriteAllText(Path, "mine");
        Assert.Equal(BatteryError.AlreadyExists, Assert.Throws<BatteryException>(() => RecordingFile.Save(Some, Path, overwrites: false)).Code);
        Assert.Equal("mine", File.ReadAllText(Path));
        RecordingFile.Save(Some, Path, overwrites: true);
        Assert.Single(RecordedSources.Open(Path).ReadBatteries());
    }

    [Fact]
    public void Save_and_Open_throw_NotFound_for_a_missing_path()
    {
        var problem = Assert.Throws<BatteryException>(() => RecordingFile.Save(Some, System.IO.Path.Combine(_folder.FullName, "no", "such"),
            overwrites: false));
        Assert.Equal(BatteryError.NotFound, problem.Code);
        Assert.Equal(BatteryError.NotFound, Assert.Throws<BatteryException>(() => RecordedSources.Open(Path)).Code);
    }

    private static Recording Some
    {
        get
        {
            var device = new RecordedDevice("BAT0");
            device.Responses.Add(("uevent", new("POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=50\n"u8)));
            device.Responses.Add(("status", new([0, 1, 2, 255, 254])));
            device.Responses.Add(("power_now", new(19)));
            return new(Recording.Linux, [device], KeepsSerialNumbers: false);
        }
    }

    // A lone half of a surrogate pair is no character, and comes out as the mark for one.
    private static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
