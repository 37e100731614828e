using System.Globalization;
using System.Text;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Recordings as large as they may be, of what takes the most memory: each in a process of its own, which must live.</summary>
public class RecordingLimitTests
{
    // What RecordingLimits allows.
    private const int Parts = 249_900;
    private const int Bytes = 4 << 20;

    [Theory]
    [InlineData("devices", "battery-recording 1\nsystem linux\n", "device {0:x}\n", "end\n")]
    [InlineData("devices with answers", "battery-recording 1\nsystem linux\n", "device {0:x}\nanswer a text\n  x\n", "end\n")]
    [InlineData("answers", "battery-recording 1\nsystem linux\ndevice BAT0\n", "answer {0:x} text\n", "end\n")]
    [InlineData("empty lines", "battery-recording 1\n", "\n", "")]
    [InlineData("one answer", "battery-recording 1\nsystem linux\ndevice BAT0\nanswer a text\n", "  01234567890123456789\n", "end\n")]
    [InlineData("hexadecimal blanks", "battery-recording 1\nsystem linux\ndevice BAT0\nanswer a hex\n", "  0 1 2 3 4 5 6 7 8 9\n", "end\n")]
    [InlineData("words", "battery-recording 1\nsystem linux\n", "a b c d e f g h i j k l\n", "end\n")]
    [InlineData("registry entries", "", "+-o a  <class AppleSmartBattery>\n", "")]
    [InlineData("registry properties", "+-o AppleSmartBattery  <class AppleSmartBattery>\n", "\"a\" = 1\n", "")]
    [InlineData("a registry's arrays", "+-o AppleSmartBattery  <class AppleSmartBattery>\n", "\"{0:x}\" = (1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16)\n", "")]
    [InlineData("dictionaries", "<plist><array>", "<dict/>", "</array></plist>")]
    [InlineData("numbers", "<plist><array>", "<integer>1</integer>", "</array></plist>")]
    public void Open_of_the_largest_accepted_recording_does_not_end_the_process(string shape, string begin, string part, string end)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Fill(begin, part, end));
            CommandResult result = Command.Run(CProgram.Build("battery_json.c"), ["--recording", file]);

            // 139 and the like are signals; whether such a recording says anything is not the point.
            Assert.True(result.ExitCode is 0 or 1, $"{shape}: exit code {result.ExitCode} {result.Error}");
            Assert.DoesNotContain("longer than", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("lines and values", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Without concurrent collection the runtime's collector ends the process at the second opening.</summary>
    [Fact]
    public void Open_reads_a_recording_of_4_MB_50_times_in_one_process()
    {
        string file = Path.GetTempFileName();
        try
        {
            string line = string.Concat(Enumerable.Repeat("a ", 500)) + "\n";
            File.WriteAllText(file, "battery-recording 1\nsystem linux\n" + string.Concat(Enumerable.Repeat(line, (Bytes / line.Length) - 1)) + "end\n");
            Assert.InRange(Reopen(file, 50), 1, 2 * Reopen(file, 1));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The most memory that any recording takes. What was read is not left in memory when the recording is opened again.</summary>
    [Fact]
    public void Open_of_the_largest_registry_takes_the_same_memory_each_time()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Fill("<plist><array>", "<dict/>", "</array></plist>"));
            Assert.InRange(Reopen(file, 20), 1, 3 * Reopen(file, 1) / 2);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(Parts + 200, 1, "lines and values")]
    [InlineData(Bytes + 1, 4, "longer than 4 MB")]
    public void Open_refuses_a_recording_above_a_limit(int length, int every, string why)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Concat(Enumerable.Repeat(every == 1 ? "\n" : "xxxx", (length + every - 1) / every)));
            Assert.Contains(why, Command.Run(CProgram.Build("battery_json.c"), ["--recording", file]).Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Returns the largest resident memory, KiB.
    private static int Reopen(string file, int times)
    {
        CommandResult result = Command.Run(CProgram.Build("reopen.c"), [file, times.ToString(CultureInfo.InvariantCulture)]);
        TestContext.Current.TestOutputHelper!.WriteLine(result.Output);
        Assert.StartsWith($"{times} of {times}, ", result.Output, StringComparison.Ordinal);
        return int.Parse(result.Output.Split(", ")[1], CultureInfo.InvariantCulture);
    }

    // The number in a part makes each one another.
    private static string Fill(string begin, string part, string end)
    {
        int limit = Math.Min(RecordingCount(part), Parts / Math.Max(1, part.Count(static c => c is '\n' or '<' or ',')));
        var text = new StringBuilder(begin);
        for (int i = 0; i < limit && text.Length + part.Length + end.Length + 5 < Bytes; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Replace("{0:x}", i.ToString("x", CultureInfo.InvariantCulture), StringComparison.Ordinal)}");
        }

        return text.Append(end).ToString();
    }

    // How many of a part are let in.
    private static int RecordingCount(string part) =>
        part.StartsWith("device", StringComparison.Ordinal) ? 10_000 : part.StartsWith("answer", StringComparison.Ordinal) ? 1_000 : int.MaxValue;
}
