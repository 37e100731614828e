using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Core.Windows;
using Battery.Core.Windows.Recorded;

namespace Battery.Fuzz;

/// <summary>One parser, and what must hold of everything that it reads. An exception is a finding, except for the error that reports invalid data.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Description">What is read.</param>
/// <param name="Read">Reads an input.</param>
internal sealed record Target(string Name, string Description, Action<byte[]> Read)
{
    private const int LongestMessage = 2000;

    public static IReadOnlyList<Target> All { get; } =
    [
        new("recording", "a file of any kind that is opened as a recording, and saved again", ReadRecording),
        new("plist", "a property list in XML", ReadPropertyList),
        new("registry", "the registry as ioreg prints it", ReadRegistry),
        new("uevent", "uevent and single attributes of a Linux supply", ReadUevent),
        new("ioctl", "the output buffers of the battery ioctls of Windows", ReadIoctl),
    ];

    public static Target Of(string name) => All.Single(target => target.Name == name);

    /// <summary>Runs the target on one input.</summary>
    public void Run(byte[] input)
    {
        try
        {
            RecordingLimits.CheckSize(input.Length);
            RecordingLimits.CheckParts(input);
            Read(input);
        }
        catch (BatteryException problem) when (problem.Code is BatteryError.InvalidData or BatteryError.Io or BatteryError.PermissionDenied)
        {
            // A recording that is invalid, or of a machine all of whose batteries returned an error.
            Check.That(problem.Message == PlainText.WithoutControls(problem.Message) && problem.Message.Length < LongestMessage, problem.Message);
        }
    }

    private static void ReadRecording(byte[] input)
    {
        IPowerSupplySource source = RecordedSources.OpenFile(Utf8Text.Of(input));
        List<string> names = Check.Source(source);
        foreach (bool keepsSerialNumbers in (bool[])[true, false])
        {
            ReadOnlySpan<byte> saved = RecordingWriter.Write(source.Record(keepsSerialNumbers), DateTime.UnixEpoch);
            List<string> again = Check.Source(RecordedSources.OpenFile(saved));
            Check.That(again.Count == names.Count && (!keepsSerialNumbers || again.ToHashSet().IsSupersetOf(names)), "a saved recording reads differently");
        }
    }

    private static void ReadPropertyList(byte[] input)
    {
        PropertyValue value = PropertyListXml.Read(input);
        byte[] written = PropertyListXmlWriter.Write(value);
        Check.That(PropertyListXmlWriter.Write(PropertyListXml.Read(written)).AsSpan().SequenceEqual(written), "a written property list reads differently");
        Check.Source(Registry(value));
    }

    private static void ReadRegistry(byte[] input) => Check.Source(Registry(RegistryText.Read(input)));

    private static MacOSSource Registry(PropertyValue dump) =>
        new(new MacOSRecordedBackend(BatteryServices.Find(dump), PowerSources.NotRecorded, keepsSerialNumbers: true));

    // The first byte chooses the property that the bytes are read as, too.
    private static void ReadUevent(byte[] input)
    {
        foreach (bool isWhole in (bool[])[true, false])
        {
            var raw = new RawReading { Name = Encoding.UTF8.GetString(input) };
            UeventParser.Parse(input, isWhole, raw);
            Check.Reading(raw);
        }

        _ = UeventMessage.IsOfPowerSupply(input);
        if (input.Length > 0)
        {
            var raw = new RawReading { Name = "BAT0" };
            PropertyParser.Parse((SupplyProperty)(input[0] % RawReading.PropertyCount), input.AsSpan(1), raw);
            Check.Reading(raw);
        }
    }

    // Each response begins with its length.
    private static void ReadIoctl(byte[] input)
    {
        var device = new RecordedDevice("device");
        ReadOnlySpan<byte> rest = input;
        foreach (string key in Input.IoctlKeys)
        {
            int length = rest.IsEmpty ? 0 : Math.Min(rest[0], rest.Length - 1);
            device.TryAdd(key, new(rest.IsEmpty ? [] : rest.Slice(1, length)));
            rest = rest.IsEmpty ? [] : rest[(length + 1)..];
        }

        var machine = new RecordedDevice(WindowsRecordingKeys.Machine);
        machine.TryAdd(WindowsRecordingKeys.PowerStatus, device[WindowsRecordingKeys.PowerStatus]!);
        Check.Source(new WindowsSource(new WindowsRecordedBackend(new(Recording.Windows, [machine, device], KeepsSerialNumbers: true))));
    }
}
