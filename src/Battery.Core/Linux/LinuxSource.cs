using Battery.Core.Linux.Live;
using Battery.Core.Linux.Native;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Rules;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>Power supplies as the Linux kernel reports them under <c>/sys/class/power_supply</c>.</summary>
internal sealed class LinuxSource : IPowerSupplySource
{
    /// <summary>The mount point of sysfs.</summary>
    public const string DefaultRoot = "/sys";

    private readonly ILinuxBackend _backend;
    private readonly Func<long> _clock;

    internal LinuxSource(ILinuxBackend backend, Func<long>? clock = null)
    {
        _backend = backend;
        _clock = clock ?? (static () => Environment.TickCount64);
    }

    /// <inheritdoc/>
    public string Backend => "sysfs";

    /// <summary>Opens a tree of sysfs.</summary>
    /// <param name="root"><c>/sys</c>, or another directory, for example a host's <c>/sys</c> mounted in a container.</param>
    /// <exception cref="BatteryException">The directory does not exist or cannot be opened.</exception>
    public static LinuxSource Open(string root)
    {
        if (root.Length == 0)
        {
            throw new BatteryException(
                BatteryError.InvalidArgument,
                "the path of the sysfs root is empty; give a directory that contains class/power_supply, for example /sys");
        }

        string classes = Path.Combine(Path.GetFullPath(root), "class");
        int error = new SysfsDirectory(classes).Probe();
        if (error != 0)
        {
            // A kernel without power supplies has no class/power_supply, but every sysfs has classes.
            string problem = error is not (Errno.NoEntry or Errno.NotAFolder) ? Errno.Text(error)
                : new SysfsDirectory(root).Exists ? "it has no directory 'class'"
                : File.Exists(root) ? "it is not a directory"
                : "the directory does not exist";
            throw new BatteryException(
                Errno.OfPath(error),
                $"cannot open {root}: {problem}; {Errno.Remedy(error, "give a directory that contains class/power_supply, for example /sys")}");
        }

        return new(new LinuxLiveBackend(Path.Combine(classes, "power_supply"), isWritable: true));
    }

    /// <inheritdoc/>
    public MachineReading Read(SupplyScopes scopes)
    {
        MachineReading reading = ReadSupplies(scopes, isWithAdapters: true, out LinuxSupplyReader? refused);

        // Whether a supply that cannot be read is a battery is unknown: an empty list would be a guess.
        if (reading.Batteries.Count == 0 && refused is not null)
        {
            throw refused.Failure(refused.Refusal);
        }

        return reading.ExternalPower == ExternalPower.Online || (scopes & SupplyScopes.System) != 0
            ? reading
            : new(reading.Batteries, reading.Adapters, ReadPowerOfBatteries(reading.Adapters), ReadAdapters);
    }

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) => LinuxRecorder.Record(_backend.List(), keepsSerialNumbers && _backend.KeepsSerialNumbers);

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => _backend.OpenNotifier();

    // Firmware may not report the adapter in use: then the machine's batteries show it.
    private ExternalPower ReadPowerOfBatteries(List<Adapter> adapters) =>
        SupplyRules.ExternalPower(adapters, ReadSupplies(SupplyScopes.System, isWithAdapters: false, out _).Batteries);

    private ExternalPower ReadAdapters() => ReadSupplies(SupplyScopes.None, isWithAdapters: true, out _).ExternalPower;

    private MachineReading ReadSupplies(SupplyScopes scopes, bool isWithAdapters, out LinuxSupplyReader? refused)
    {
        var batteries = new List<BatteryDevice>();
        var adapters = new List<Adapter>();
        refused = null;
        foreach (ISupplyDirectory directory in _backend.List())
        {
            var reader = new LinuxSupplyReader(directory, _clock);

            // Also from a cache that is not valid any more: a battery that is held keeps its cache, and must not keep a raw reading.
            RawReading raw = directory.Cache?.TakeReading() ?? new RawReading { Name = directory.Name };

            // A supply that is removed between listing and reading is left out.
            bool isRead = reader.IsIncluded(scopes, raw) && (isWithAdapters || !reader.IsAdapter) && reader.TryReadIdentified(scopes, raw);
            refused ??= reader.Refusal != 0 ? reader : null;
            if (isRead && SupplyRules.IsIncluded(raw, scopes))
            {
                if (BatteryDevice.Of(reader, raw, isShared: true) is { } battery)
                {
                    batteries.Add(battery);
                }
                else if (SupplyRules.Adapter(raw) is { } adapter)
                {
                    adapters.Add(adapter);
                }
            }

            directory.Cache = reader.Cache;
            reader.Cache?.ReturnReading(raw);
        }

        return new(batteries, adapters, SupplyRules.ExternalPower(adapters, batteries), ReadAdapters);
    }
}
