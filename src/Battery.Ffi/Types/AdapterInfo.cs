using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;

namespace Battery.Ffi.Types;

/// <summary>
/// The values of an adapter at one moment. New members are added at the end. A number that is not known is NaN; voltage, current and
/// power are known only while the adapter is online.
/// </summary>
[CName("battery_adapter_info")]
[StructLayout(LayoutKind.Sequential)]
public struct AdapterInfo
{
    /// <summary>Voltage: that of the USB-PD contract, else as measured. Unit: V.</summary>
    public double VoltageV;

    /// <summary>Current: the most that the USB-PD contract or a limit allows, else as measured. Unit: A.</summary>
    public double CurrentA;

    /// <summary>The most power that the adapter can supply to this machine. Unit: W.</summary>
    public double MaxPowerW;

    /// <summary>What the adapter is.</summary>
    public AdapterType Type;

    /// <summary>Whether it supplies power.</summary>
    public ExternalPower Online;

    internal static AdapterInfo Of(Adapter adapter) => new()
    {
        VoltageV = adapter.Voltage.Value,
        CurrentA = adapter.Current.Value,
        MaxPowerW = adapter.MaxPower.Value,
        Type = adapter.Type,
        Online = adapter.IsOnline switch
        {
            true => ExternalPower.Online,
            false => ExternalPower.Offline,
            null => ExternalPower.Unknown,
        },
    };
}
