using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Recordings;

/// <summary>A saved recording of a machine is read like the machine, for all systems.</summary>
public sealed class SavedMachineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("battery-");

    public static TheoryData<string, string> Machines => [.. Fixture.All];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Machines))]
    public void Open_of_a_saved_recording_reads_the_same(string machine, string system)
    {
        IPowerSupplySource source = RecordedSources.Open(new Fixture(machine, system).Recording);
        SameMachine.Assert(source, Reopened(source.Record(keepsSerialNumbers: true)));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Record_with_masking_changes_serial_numbers_only(string machine, string system)
    {
        IPowerSupplySource source = RecordedSources.Open(new Fixture(machine, system).Recording);
        IPowerSupplySource masked = Reopened(source.Record(keepsSerialNumbers: false));
        SameMachine.Assert(source, masked, BatteryField.SerialNumber);
        Assert.All(masked.ReadBatteries(), static battery => Assert.DoesNotContain(battery.Snapshot.Text(BatteryField.SerialNumber) ?? string.Empty,
            char.IsAsciiLetterOrDigit));
    }

    private IPowerSupplySource Reopened(Recording recording)
    {
        string path = Path.Combine(_folder.FullName, "recording.txt");
        RecordingFile.Save(recording, path, overwrites: false);
        return RecordedSources.Open(path);
    }
}
