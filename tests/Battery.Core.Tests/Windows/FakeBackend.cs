using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows;

namespace Battery.Core.Tests.Windows;

/// <summary>A machine of fake ports.</summary>
internal sealed class FakeBackend(params FakeBatteryDevice[] ports) : IWindowsBackend
{
    /// <summary>The source's clock.</summary>
    public long Now { get; set; }

    public byte[] PowerStatus { get; set; } = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public int PowerStatusError { get; set; }

    public string ChargeLimitReason => "there is no interface";

    public List<IBatteryClassDevice> ListDevices() => [.. ports];

    public int QueryPowerStatus(Span<byte> response)
    {
        PowerStatus.CopyTo(response);
        return PowerStatusError;
    }

    public IChangeNotifier OpenNotifier() => new NullChangeNotifier();

    public WindowsSource Source() => new(this, () => Now);

    /// <summary>The one battery's values.</summary>
    public static BatterySnapshot Read(FakeBatteryDevice port) => Assert.Single(new FakeBackend(port).Source().ReadBatteries()).Snapshot;
}
