using Battery.Core.Linux.Live;
using Battery.Core.Linux.Recorded;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Rules;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>Power supplies as the Linux kernel shows them under <c>/sys/class/power_supply</c>.</summary>
public sealed class LinuxSource : IPowerSupplySource
{
    /// <summary>Where sysfs is mounted.</summary>
    public const string DefaultRoot = "/sys";

    private readonly ILinuxBackend _tree;
    private readonly Func<long> _clock;

    // Of the supplies that the last list found. Replaced, never changed: lists may be made by several threads at once.
    private Dictionary<string, AttributeCache> _layouts = [];

    internal LinuxSource(ILinuxBackend tree, Func<long>? clock = null)
    {
        _tree = tree;
        _clock = clock ?? (static () => Environment.TickCount64);
    }

    /// <inheritdoc/>
    public string Backend => "sysfs";

    /// <summary>Opens a tree.</summary>
    /// <param name="root"><c>/sys</c>, or a folder in its place, as a host's <c>/sys</c> mounted in a container.</param>
    /// <exception cref="BatteryException">The folder is not there.</exception>
    public static LinuxSource Open(string root)
    {
        string classes = Path.Combine(Path.GetFullPath(root), "class");
        if (!new SysfsDirectory(classes).Exists)
        {
            // A kernel without power supplies has no class/power_supply, but every sysfs has classes.
            string problem = new SysfsDirectory(root).Exists ? "there is no folder 'class' in it" : "there is no such folder";
            throw new BatteryException(BatteryError.NotFound, $"cannot open {root}: {problem}; give the folder that holds class/power_supply, as /sys does");
        }

        return new(new LinuxLiveBackend(Path.Combine(classes, "power_supply")));
    }

    /// <inheritdoc/>
    public List<BatteryDevice> ReadBatteries()
    {
        var batteries = new List<BatteryDevice>();
        foreach ((LinuxSupplyReader reader, RawReading raw) in ReadSupplies())
        {
            if (BatteryDevice.Of(reader, raw, isShared: true) is { } battery)
            {
                batteries.Add(battery);
            }
        }

        return batteries;
    }

    /// <inheritdoc/>
    public ExternalPower ReadExternalPower()
    {
        ExternalPower power = ExternalPower.Unknown;
        foreach ((_, RawReading raw) in ReadSupplies())
        {
            power = SupplyRules.WithAdapter(power, raw);
        }

        return power;
    }

    /// <inheritdoc/>
    /// <remarks>The kernel has no property for it: the limits that USB supplies show are those of the port, not of the adapter.</remarks>
    public Measurement ReadAdapterPower() => Measurement.Unknown(ValueQuality.Missing);

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) => LinuxRecorder.Record(ListSupplies(), keepsSerialNumbers);

    /// <inheritdoc/>
    public IChangeNotifier OpenNotifier() => _tree.OpenNotifier();

    // A reading is good until the next one.
    private IEnumerable<(LinuxSupplyReader Reader, RawReading Raw)> ReadSupplies()
    {
        Dictionary<string, AttributeCache> known = _layouts;
        var layouts = new Dictionary<string, AttributeCache>();
        var raw = new RawReading { Name = string.Empty };
        foreach (ISupplyDirectory folder in ListSupplies())
        {
            known.TryGetValue(folder.Name, out AttributeCache? layout);
            var reader = new LinuxSupplyReader(folder, _clock, layout?.Matches(folder) == true ? layout : null);
            raw.Name = folder.Name;

            // A supply that vanishes between listing and reading is simply not there.
            if (reader.TryRead(raw))
            {
                if (reader.Layout is not null)
                {
                    layouts[folder.Name] = reader.Layout;
                }

                yield return (reader, raw);
            }
        }

        _layouts = layouts;
    }

    private List<ISupplyDirectory> ListSupplies()
    {
        List<ISupplyDirectory> folders = _tree.List();
        folders.Sort(static (left, right) => NaturalNameComparer.Instance.Compare(left.Name, right.Name));
        return folders;
    }
}
