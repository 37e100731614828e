using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;
using Battery.Tests.Shared;
using CsCheck;

namespace Battery.Core.Tests.Linux;

/// <summary>Whatever a kernel, a driver or a broken disk puts into the files: a value is right or unknown, and nothing breaks.</summary>
public class ReadingFuzzTests
{
    private static readonly string[] s_numbers =
    [
        "0", "-0", "1", "-1", "100", "101", "126", "255", "65535", "2147483647", "-2147483648", "4294967295", "4294967295000", "9223372036854775807",
        "-9223372036854775808", "9223372036854775808", "12000000", "-12000000", "1e6", "0x10", "1.5", " 7 ", "", "NaN", "١٢",
    ];

    private static readonly string[] s_words = ["Charging", "Discharging", "Not charging", "Full", "Unknown", "Battery", "UPS", "Mains", "Device",
        "System", "Li-ion", "Critical", "\0", "\u00FF"];

    // The charger's reasons come from Macs only.
    private static readonly SupplyProperty[] s_kernelProperties =
        [.. Enum.GetValues<SupplyProperty>().Where(static property => property != SupplyProperty.ChargeHold)];

    private static readonly Gen<byte[]> s_value = Gen.Frequency(
        (3, Gen.OneOf(s_numbers).Select(Encoding.UTF8.GetBytes)),
        (3, Gen.Long.Select(static number => Encoding.UTF8.GetBytes($"{number}"))),
        (2, Gen.OneOf(s_words).Select(Encoding.Latin1.GetBytes)),
        (1, Gen.Byte.Array[0, 300]));

    private static readonly Gen<byte[]> s_line =
        Gen.Select(Gen.OneOf(s_kernelProperties), s_value)
            .Select(static (property, value) => (byte[])[.. "POWER_SUPPLY_"u8, .. Key(property), (byte)'=', .. value, (byte)'\n']);

    private static readonly Gen<byte[]> s_uevent = Gen.Frequency(
        (8, s_line.Array[0, 20].Select(static lines => lines.SelectMany(static line => line).ToArray())),
        (1, Gen.Byte.Array[0, 600]));

    [Fact]
    public void Every_value_is_plausible_or_unknown() => s_uevent.Sample(
        static bytes =>
        {
            foreach (BatteryKind kind in new[] { BatteryKind.Battery, BatteryKind.Ups })
            {
                SnapshotInvariants.Assert(Snapshot(bytes, isWhole: true, kind));
            }
        },
        time: Fuzzing.Seconds);

    [Fact]
    public void Parse_of_a_truncated_file_gives_no_other_values() => Gen.Select(s_uevent, Gen.Int[0, 700]).Sample(
        static (bytes, length) =>
        {
            RawReading whole = Read(bytes, isWhole: true);
            RawReading cut = Read(bytes.AsSpan(0, Math.Min(length, bytes.Length)), isWhole: false);
            foreach (SupplyProperty property in Enum.GetValues<SupplyProperty>())
            {
                if (!RawReading.IsText(property) && cut[property].IsKnown)
                {
                    Assert.Equal(whole[property], cut[property]);
                }
            }
        },
        time: Fuzzing.Seconds);

    [Fact]
    public void Parse_of_a_file_gives_the_value_of_the_line_in_uevent() => Gen.Select(Gen.OneOf(s_kernelProperties), s_value).Sample(
        static (property, value) =>
        {
            if (value.Contains((byte)'\n'))
            {
                return;
            }

            var alone = new RawReading { Name = "BAT0" };
            PropertyParser.Parse(property, [.. value, (byte)'\n'], alone);
            RawReading line = Read([.. "POWER_SUPPLY_"u8, .. Key(property), (byte)'=', .. value, (byte)'\n'], isWhole: true);
            Assert.Equal(line.QualityOf(property), alone.QualityOf(property));
            if (RawReading.IsText(property))
            {
                Assert.Equal(line.Text(property).Text, alone.Text(property).Text);
            }
            else
            {
                Assert.Equal(line[property], alone[property]);
            }
        },
        time: Fuzzing.Seconds);

    private static byte[] Key(SupplyProperty property) => Encoding.ASCII.GetBytes(
        string.Concat(property.ToString().Select(static (c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{c}")).ToUpperInvariant() switch
        {
            "TEMPERATURE" => "TEMP",
            "CHARGE_START_THRESHOLD" => "CHARGE_CONTROL_START_THRESHOLD",
            "CHARGE_END_THRESHOLD" => "CHARGE_CONTROL_END_THRESHOLD",
            "AVAILABLE_CHARGE_TYPES" => "CHARGE_TYPES",
            "CHARGE_BEHAVIOR" => "CHARGE_BEHAVIOUR",
            "CONDITION" => "HEALTH",
            string name => name,
        });

    private static RawReading Read(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var raw = new RawReading { Name = "BAT0" };
        UeventParser.Parse(bytes, isWhole, raw);
        return raw;
    }

    private static BatterySnapshot Snapshot(byte[] bytes, bool isWhole, BatteryKind kind)
    {
        var snapshot = new BatterySnapshot();
        FlowReading flow = BatteryRules.Apply(Read(bytes, isWhole), kind, snapshot);
        BatteryRules.ApplyFlow(flow, isWhole ? ExternalPower.Online : ExternalPower.Offline, isOtherActive: false, snapshot);
        return snapshot;
    }
}
