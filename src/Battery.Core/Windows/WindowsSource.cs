using System.Globalization;
using System.Runtime.Versioning;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Live;
using Battery.Core.Windows.Native;
using Battery.Core.Windows.Recorded;

namespace Battery.Core.Windows;

/// <summary>
/// Batteries as Windows' battery class driver shows them: the devices of the class by SetupAPI, their values by ioctl
/// (https://learn.microsoft.com/windows/win32/power/enumerating-battery-devices). No WMI: its classes lack values, need a
/// service, and cannot be read everywhere.
/// </summary>
public sealed class WindowsSource : IPowerSupplySource
{
    private readonly IWindowsBackend _machine;
    private readonly Func<long> _clock;

    internal WindowsSource(IWindowsBackend machine, Func<long>? clock = null)
    {
        _machine = machine;
        _clock = clock ?? (static () => Environment.TickCount64);
    }

    /// <inheritdoc/>
    public string Backend => "batclass";

    /// <summary>Opens this machine.</summary>
    [SupportedOSPlatform("windows")]
    public static WindowsSource Open() => new(new WindowsLiveBackend());

    /// <inheritdoc/>
    /// <remarks>
    /// A battery is called by its bay: BAT0, BAT1 and so on in natural order of the devices' paths, empty bays counted. The
    /// name is the same at each start and does not depend on which bays hold a battery; Windows itself has no short name,
    /// and the device's own is the model's, which two batteries can share.
    /// </remarks>
    public List<BatteryDevice> ReadBatteries()
    {
        List<IBatteryClassDevice> ports = ListDevices();
        var batteries = new List<BatteryDevice>();
        bool isDenied = false;
        for (int bay = 0; bay < ports.Count; bay++)
        {
            var reader = new WindowsSupplyReader(ports[bay], _clock);
            var raw = new RawReading { Name = string.Create(CultureInfo.InvariantCulture, $"BAT{bay}") };

            // An empty bay, and a battery that goes while it is read, are simply not there; the others still are.
            int error = reader.Read(raw);
            isDenied |= error == Win32Error.AccessDenied;
            if (error == Win32Error.None && BatteryDevice.Of(reader, raw) is { } battery)
            {
                batteries.Add(battery);
            }
        }

        return batteries.Count > 0 || !isDenied
            ? batteries
            : throw new BatteryException(BatteryError.PermissionDenied, "cannot ask the batteries: access is denied; run outside of the sandbox, or as a user who may read devices");
    }

    /// <inheritdoc/>
    public ExternalPower ReadExternalPower()
    {
        Span<byte> answer = stackalloc byte[SystemPowerStatus.Size];
        int error = _machine.QueryPowerStatus(answer);
        return error == Win32Error.None
            ? SystemPowerStatus.Decode(answer)
            : throw new BatteryException(BatteryError.Io, $"cannot ask for the state of power: the system answered with error {error}");
    }

    /// <inheritdoc/>
    /// <remarks>Windows has no documented way to ask for it.</remarks>
    public Measurement ReadAdapterPower() => Measurement.Unknown(ValueQuality.Missing);

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => _machine.OpenNotifier();

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) => WindowsRecorder.Record(_machine, ListDevices(), keepsSerialNumbers);

    private List<IBatteryClassDevice> ListDevices()
    {
        List<IBatteryClassDevice> ports = _machine.ListDevices();
        ports.Sort(static (left, right) => NaturalNameComparer.Instance.Compare(left.Path, right.Path));
        return ports;
    }
}
