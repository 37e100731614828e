using System.Globalization;
using Battery.PowerShell.Interop;

namespace Battery;

/// <summary>
/// A power adapter, or a port for one, as it was when it was read. A value that is null is not known; voltage, current and power are
/// known only while the adapter is online.
/// </summary>
public sealed partial class BatteryAdapter
{
    /// <summary>The name of the supply on Linux, for example AC; the model on macOS; null without one.</summary>
    public string? Name { get; internal init; }

    /// <summary>What it is.</summary>
    public AdapterType Type { get; internal init; }

    /// <summary>Whether it supplies power.</summary>
    public bool? IsOnline { get; internal init; }

    /// <summary>The voltage of its USB-PD contract, else as measured, V.</summary>
    public double? Voltage { get; internal init; }

    /// <summary>The most that its USB-PD contract or a limit allows, else as measured, A.</summary>
    public double? Current { get; internal init; }

    /// <summary>The most power that it can supply to this machine, W.</summary>
    public double? MaximumPower { get; internal init; }

    /// <summary>The name, or the type without one, and the power.</summary>
    public override string ToString() => string.Create(
        CultureInfo.CurrentCulture,
        $"{Name ?? Type.ToString()}{(IsOnline == false ? " (offline)" : MaximumPower is { } power ? $" ({power:0.#} W)" : string.Empty)}");

    internal static BatteryAdapter Of(string? name, in NativeAdapterInfo info) => new()
    {
        Name = name,
        Type = info.Type,
        IsOnline = info.Online == ExternalPower.Unknown ? null : info.Online == ExternalPower.Online,
        Voltage = Known(info.VoltageV),
        Current = Known(info.CurrentA),
        MaximumPower = Known(info.MaxPowerW),
    };

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
