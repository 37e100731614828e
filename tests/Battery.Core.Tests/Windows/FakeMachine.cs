using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows;

namespace Battery.Core.Tests.Windows;

/// <summary>A machine of fake ports.</summary>
internal sealed class FakeMachine(params FakePort[] ports) : IBatteryMachine
{
    /// <summary>The source's clock.</summary>
    public long Now { get; set; }

    public byte[] PowerStatus { get; set; } = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public int PowerStatusError { get; set; }

    public List<IBatteryPort> ListPorts() => [.. ports];

    public int QueryPowerStatus(Span<byte> answer)
    {
        PowerStatus.CopyTo(answer);
        return PowerStatusError;
    }

    public IChangeSignal OpenSignal() => new QuietSignal();

    public WindowsSource Source() => new(this, () => Now);

    /// <summary>The one battery's values.</summary>
    public static BatterySnapshot Read(FakePort port) => Assert.Single(new FakeMachine(port).Source().ReadBatteries()).Snapshot;
}
