using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Tests.Shared;
using CsCheck;

namespace Battery.Core.Tests.Windows;

/// <summary>Whatever a driver responses, of whatever length: a value is right or unknown, and nothing breaks.</summary>
public class ResponseFuzzTests
{
    private static readonly uint[] s_edges = [0, 1, 15, 100, 45_000, 0x7FFFFFFF, 0x80000000, 0x80000001, 0xC0000000, 0xFFFFFFFE, 0xFFFFFFFF];

    private static readonly Gen<uint> s_number = Gen.Frequency((3, Gen.OneOf(s_edges)), (2, Gen.UInt), (2, Gen.UInt[0, 100_000]));

    private static readonly Gen<byte[]> s_answer = Gen.Frequency(
        (4, s_number.Array[0, 10].Select(static numbers => numbers.SelectMany(BitConverter.GetBytes).ToArray())),
        (1, Gen.Byte.Array[0, 300]));

    [Fact]
    public void Every_value_is_plausible_or_unknown() => Gen.Select(s_answer, s_answer, s_answer, s_answer, s_answer).Sample(
        static (information, status, temperature, date, text) =>
        {
            var port = new FakeBatteryDevice { Status = status };
            port.Levels[BatteryInformationLevel.Information] = information;
            port.Levels[BatteryInformationLevel.Temperature] = temperature;
            port.Levels[BatteryInformationLevel.EstimatedTime] = temperature;
            port.Levels[BatteryInformationLevel.ManufactureDate] = date;
            port.Levels[BatteryInformationLevel.DeviceName] = text;
            port.Levels[BatteryInformationLevel.SerialNumber] = text;
            BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
            SnapshotInvariants.Assert(battery.Snapshot);
            Assert.True(battery.TryRefresh());
            SnapshotInvariants.Assert(battery.Snapshot);
        },
        time: Fuzzing.Seconds);

    [Fact]
    public void Read_lists_the_other_batteries_whatever_fails() =>
        Gen.Select(Gen.Int[0, 1700], Gen.Int[0, 1700], Gen.Int[0, 1700], Gen.Int[0, 12]).Sample(
            static (tagError, levelError, statusError, requests) =>
            {
                var port = new FakeBatteryDevice("#0") { TagError = tagError, LevelError = levelError, StatusError = statusError, RequestsLeft = requests };
                port.Levels.Clear();
                List<BatteryDevice> batteries = new FakeBackend(port, new FakeBatteryDevice("#1")).Source().ReadBatteries();
                Assert.Equal("BAT1", batteries[^1].Snapshot.Name);
                batteries.ForEach(static battery => SnapshotInvariants.Assert(battery.Snapshot));
                batteries[0].TryRefresh();
                SnapshotInvariants.Assert(batteries[0].Snapshot);
            },
            time: Fuzzing.Seconds);
}
