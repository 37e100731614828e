using System.Runtime.Versioning;
using Battery.Core.Sources;

namespace Battery.Core.Windows;

/// <summary>The running system.</summary>
[SupportedOSPlatform("windows")]
internal sealed class LiveMachine : IBatteryMachine
{
    public List<IBatteryPort> ListPorts() => SetupApi.ListBatteries().ConvertAll<IBatteryPort>(static path => new LivePort(path));

    public int QueryPowerStatus(Span<byte> answer) => Kernel32.QueryPowerStatus(answer);

    public IChangeSignal OpenSignal() => new BatteryWaitSignal();
}
