using System.Text;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Core.Windows.Recorded;
using Battery.Tests.Shared;

namespace Battery.Fuzz;

/// <summary>The inputs of the targets: the first ones, from the recorded machines, and large ones.</summary>
internal static class Input
{
    // No text begins so. AFL++ makes at most 1 MB; with this an input can be as large as a recording may be.
    private const byte Repeat = 0xFA;

    /// <summary>The responses in an input of the target <c>ioctl</c>.</summary>
    public static string[] IoctlKeys { get; } =
        [
        WindowsRecordingKeys.PowerStatus, WindowsRecordingKeys.Tag, WindowsRecordingKeys.Status,
        .. WindowsRecordingKeys.Levels.ToArray().Select(static level => level.Name),
    ];

    /// <summary>
    /// The input, or the large one that it describes: after the mark and a length, that many bytes once, and then the rest
    /// repeated up to the size of the largest recording.
    /// </summary>
    public static byte[] Expand(byte[] input)
    {
        if (input is not [Repeat, var length, .. var rest] || rest.Length <= length)
        {
            return input;
        }

        int period = rest.Length - length;
        int times = Math.Min((RecordingLimits.MaxSize - length) / period, RecordingLimits.MaxParts / Math.Max(1, Parts(rest)));
        byte[] large = new byte[length + (period * times)];
        for (int i = 0; i < large.Length; i++)
        {
            large[i] = rest[i < length ? i : length + ((i - length) % period)];
        }

        return large;
    }

    private static int Parts(byte[] text) => text.Count(static value => value is (byte)'\n' or (byte)'<' or (byte)',');

    /// <summary>Writes the first inputs of a target.</summary>
    public static void WriteSeeds(Target target, string folder)
    {
        Directory.CreateDirectory(folder);
        int number = 0;
        foreach (byte[] seed in Seeds(target.Name))
        {
            File.WriteAllBytes(Path.Combine(folder, $"{number++:d3}"), seed);
        }
    }

    private static IEnumerable<byte[]> Seeds(string target) => target switch
    {
        "recording" =>
        [
            .. Saved("linux").Take(12), .. Saved("windows"), .. Saved("macos").Take(3), Utf16(Saved("windows").First()),
            Large("battery-recording 1\n", "a b\n"), Large("battery-recording 1\nsystem linux\ndevice a\nanswer b text\n", "  c d e f g h i j\n"),
        ],
        "plist" => [.. Files("macos", ".plist"), Large("<plist><array>", "<dict><key>a</key><integer>1</integer></dict>"), Large("<array>", "<array>")],
        "registry" =>
        [
            .. Files("macos", ".txt"),
            Large("+-o AppleSmartBattery  <class AppleSmartBattery>\n", "\"a\" = {\"b\"=(1,2)}\n"), Large(string.Empty, "+-o a  <class b, id 1>\n"),
        ],
        "uevent" => [.. Files("linux", "uevent").DistinctBy(static bytes => bytes.Length), Large(string.Empty, "POWER_SUPPLY_CAPACITY=50\n")],
        _ => [.. Fixture.NamesOf("windows").SelectMany(static machine => Responses(new Fixture(machine, "windows")))],
    };

    private static IEnumerable<byte[]> Files(string system, string end) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Fixtures, system), "*" + end, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    private static IEnumerable<byte[]> Saved(string system) =>
        Fixture.NamesOf(system).Select(machine => Saved(RecordedSources.Open(new Fixture(machine, system).Recording)));

    private static byte[] Saved(IPowerSupplySource source) => RecordingWriter.Write(source.Record(keepsSerialNumbers: true), DateTime.UnixEpoch).ToArray();

    private static IEnumerable<byte[]> Responses(Fixture fixture)
    {
        Recording recording = RecordingReader.Read(File.ReadAllBytes(fixture.Recording));
        RecordedDevice machine = recording.Devices.Single(static device => device.Name == WindowsRecordingKeys.Machine);
        foreach (RecordedDevice device in recording.Devices)
        {
            yield return [.. IoctlKeys.SelectMany(key => Response((machine[key] ?? device[key]) is { } found ? found.Bytes.ToArray() : []))];
        }
    }

    private static byte[] Response(byte[] bytes) => [(byte)bytes.Length, .. bytes];

    private static byte[] Utf16(byte[] text) => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(text))];

    private static byte[] Large(string head, string repeated) => [Repeat, (byte)head.Length, .. Encoding.ASCII.GetBytes(head + repeated)];
}
