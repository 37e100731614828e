using System.Text;
using Battery.Core.MacOS;
using Battery.Core.MacOS.Recorded;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Tests.Shared;
using CsCheck;

namespace Battery.Core.Tests.MacOS;

/// <summary>Whatever a file holds: values that are right or unknown, or one clear error.</summary>
public class RecordingFuzzTests
{
    private static readonly byte[][] s_recordings =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Fixtures, "macos"), "ioreg.*",
            SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            "<plist>", "<dict>", "</dict>", "<array>", "</array>", "<key>", "</key>", "<integer>", "</integer>", "<true/>", "<data>", "<!--", "-->",
                "<![CDATA[", "]]>", "&", "&#x110000;", ";",
            "{", "}", "(", ")", "<", ">", "\"", "=", ",", "\n", "+-o ", "| ", "\"BatteryData\" = {", "\"Temperature\" = ", "\"MaxCapacity\" = ", "Yes",
                "No", "18446744073709551615", "-9223372036854775808", "0x", "65535", "\0", "\uFEFF",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0xC3], [0x80],
    ];

    private static readonly Gen<byte[]> s_piece = Gen.Frequency((4, Gen.OneOf(s_pieces)), (1, Gen.Byte.Array[0, 8]), (1, Gen.Long.Select(static number =>
        Encoding.ASCII.GetBytes($"{number}"))));

    [Fact]
    public void Open_of_a_damaged_dump_gives_plausible_values_or_throws() =>
        Gen.Select(Gen.OneOf(s_recordings), Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12], s_piece).Array[1, 6]).Sample(
        static (recording, edits) =>
        {
            byte[] damaged = recording;
            foreach ((double at, int length, byte[] piece) in edits)
            {
                int start = (int)(at * damaged.Length);
                damaged = [.. damaged[..start], .. piece, .. damaged[Math.Min(damaged.Length, start + length)..]];
            }

            AssertIsSound(damaged);
        },
        time: Fuzzing.Seconds);

    [Fact]
    public void Open_of_any_bytes_gives_plausible_values_or_throws() => s_piece.Array[0, 60].Sample(
        static pieces => AssertIsSound([.. pieces.SelectMany(static piece => piece)]),
        time: Fuzzing.Seconds);

    [Fact]
    public void Open_of_a_truncated_dump_gives_plausible_values_or_throws()
    {
        foreach (byte[] recording in s_recordings)
        {
            for (int length = 0; length < recording.Length; length++)
            {
                AssertIsSound(recording[..length]);
            }
        }
    }

    // A fraction of a second where the time grows with the length, hours where it grows with its square.
    [Theory(Timeout = 600_000)]
    [InlineData("<plist><string>", "&", "</string></plist>")]
    [InlineData("<plist><string>", "&amp", "</string></plist>")]
    [InlineData("<plist>", "<!---->", "")]
    [InlineData("<plist><array>", "<true/>", "")]
    [InlineData("<plist><dict>", "<key>a</key><true/>", "")]
    [InlineData("\"A\" = {", "\"", "")]
    [InlineData("\"A\" = {", "\"A\"=<", "")]
    [InlineData("\"A\" = (", "\"", "")]
    [InlineData("\"A\" = (", "{},", "")]
    [InlineData("\"A\" = (", "<,", "")]
    [InlineData("", "+-o A\n", "")]
    [InlineData("", "\"A\" = 5\n", "")]
    [InlineData("", " ", "")]
    [InlineData("", "|", "+-o A")]
    public Task Open_takes_linear_time(string start, string repeated, string end) => Task.Run(
        () => AssertIsSound(Encoding.ASCII.GetBytes(start + string.Concat(Enumerable.Repeat(repeated, 4_000_000 / repeated.Length)) + end)),
        TestContext.Current.CancellationToken);

    private static void AssertIsSound(byte[] bytes)
    {
        try
        {
            MacOSSource source = new MacOSSource(new MacOSRecordedBackend(bytes));
            Assert.InRange((int)source.ReadExternalPower(), 0, 2);
            Measurement watts = source.ReadAdapterPower();
            Assert.True(!watts.IsKnown || watts.Value is >= 1 and <= 1000);
            foreach (BatteryDevice battery in source.ReadBatteries())
            {
                SnapshotInvariants.Assert(battery.Snapshot);
                battery.TryRefresh();
            }
        }
        catch (BatteryException error)
        {
            Assert.Equal(BatteryError.InvalidData, error.Code);
            Assert.NotEmpty(error.Message);
        }
    }
}
