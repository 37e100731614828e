using System.Globalization;
using System.Runtime.Versioning;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Rules;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Live;
using Battery.Core.Windows.Native;
using Battery.Core.Windows.Recorded;

namespace Battery.Core.Windows;

/// <summary>
/// Batteries as Windows' battery class driver reports them: the devices of the class by SetupAPI, their values by ioctl
/// (https://learn.microsoft.com/windows/win32/power/enumerating-battery-devices). No WMI: its classes lack values, need a
/// service, and cannot be read everywhere.
/// </summary>
internal sealed class WindowsSource : IPowerSupplySource
{
    private readonly IWindowsBackend _backend;
    private readonly Func<long> _clock;

    internal WindowsSource(IWindowsBackend backend, Func<long>? clock = null)
    {
        _backend = backend;
        _clock = clock ?? (static () => Environment.TickCount64);
    }

    /// <inheritdoc/>
    public string Backend => "batclass";

    /// <summary>Opens this machine.</summary>
    [SupportedOSPlatform("windows")]
    public static WindowsSource Open() => new(new WindowsLiveBackend());

    /// <inheritdoc/>
    /// <remarks>
    /// A battery is named after its bay: BAT0, BAT1 and so on in natural order of the devices' paths, empty bays counted. The
    /// name is the same at each start and does not depend on which bays hold a battery; Windows itself has no short name,
    /// and the device's own is the model's, which two batteries can share.
    /// </remarks>
    public MachineReading Read(SupplyScopes scopes)
    {
        // All devices of the battery class power the machine.
        bool withBatteries = (scopes & SupplyScopes.System) != 0;
        List<BatteryDevice> batteries = withBatteries ? ReadBatteries() : [];

        ExternalPower power = ReadExternalPower(isRequired: !withBatteries);
        power = power == ExternalPower.Unknown && !withBatteries ? ReadPowerOfBatteries() : SupplyRules.ExternalPower(power, batteries);

        // Windows has no documented way to list adapters.
        return new(batteries, [], power, () => ReadExternalPower(isRequired: false));
    }

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => _backend.OpenNotifier();

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) => WindowsRecorder.Record(_backend, ListDevices(), keepsSerialNumbers && _backend.KeepsSerialNumbers);

    private List<BatteryDevice> ReadBatteries()
    {
        List<IBatteryClassDevice> devices = ListDevices();
        var batteries = new List<BatteryDevice>();
        var errors = new List<int>();
        for (int bay = 0; bay < devices.Count; bay++)
        {
            var reader = new WindowsSupplyReader(devices[bay], _clock, () => _backend.ChargeLimitReason);
            var raw = new RawReading { Name = string.Create(CultureInfo.InvariantCulture, $"BAT{bay}") };

            // An empty bay, or a battery that is removed while it is read, is left out. A driver that fails gives a battery whose
            // values are unreadable; the others are not affected.
            int error = reader.Read(raw);
            if (!Win32Error.IsGone(error) && BatteryDevice.Of(reader, raw) is { } battery)
            {
                batteries.Add(battery);
                errors.Add(error);
            }
        }

        return errors.Count == 0 || errors.Contains(Win32Error.None) ? batteries : throw Unreadable(errors[0]);
    }

    private static BatteryException Unreadable(int error) => error == Win32Error.AccessDenied
        ? new(
            BatteryError.PermissionDenied,
            "cannot read the batteries: access is denied; run outside of the sandbox, or as a user who may read devices")
        : new(
            BatteryError.Io,
            $"cannot read the batteries: Windows reported error {error}; try again, and if it persists check the battery's driver in the Device Manager");

    // An error is one only to a caller who wants nothing else.
    private ExternalPower ReadExternalPower(bool isRequired)
    {
        Span<byte> response = stackalloc byte[SystemPowerStatus.Size];
        int error = _backend.QueryPowerStatus(response);
        return error == Win32Error.None ? SystemPowerStatus.Decode(response)
            : !isRequired ? ExternalPower.Unknown
            : throw new BatteryException(BatteryError.Io, $"cannot read the power status: Windows reported error {error}");
    }

    // A battery that charges shows external power; one that cannot be read does not.
    private ExternalPower ReadPowerOfBatteries()
    {
        try
        {
            return SupplyRules.ExternalPower(ExternalPower.Unknown, ReadBatteries());
        }
        catch (BatteryException)
        {
            return ExternalPower.Unknown;
        }
    }

    private List<IBatteryClassDevice> ListDevices()
    {
        List<IBatteryClassDevice> devices = _backend.ListDevices();
        devices.Sort(static (left, right) => NaturalNameComparer.Instance.Compare(left.Path, right.Path));
        return devices;
    }
}
