using Battery.Core.Recordings;
using Battery.Core.Sources;

namespace Battery.Core.Windows.Recordings;

/// <summary>A Windows machine as it was recorded.</summary>
internal sealed class RecordedMachine(Recording recording) : IBatteryMachine
{
    public List<IBatteryPort> ListPorts()
    {
        var ports = new List<IBatteryPort>();
        foreach (RecordedDevice device in recording.Devices)
        {
            if (device.Name != MachineQuestions.Machine)
            {
                ports.Add(new RecordedPort(device));
            }
        }

        return ports;
    }

    public int QueryPowerStatus(Span<byte> answer)
    {
        // A recording without it leaves external power unknown, which the structure has a mark for.
        answer.Fill(byte.MaxValue);
        RecordedDevice? machine = recording.Devices.Find(static device => device.Name == MachineQuestions.Machine);
        return machine?[MachineQuestions.PowerStatus] is { } recorded ? recorded.CopyTo(answer, out _) : Win32Error.None;
    }

    public IChangeSignal OpenSignal() => new QuietSignal();
}
