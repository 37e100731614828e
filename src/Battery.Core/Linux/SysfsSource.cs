using Battery.Core.Linux.Files;
using Battery.Core.Linux.Recordings;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Recordings;
using Battery.Core.Rules;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>Power supplies as the Linux kernel shows them under <c>/sys/class/power_supply</c>.</summary>
public sealed class SysfsSource : IPowerSupplySource
{
    /// <summary>Where sysfs is mounted.</summary>
    public const string DefaultRoot = "/sys";

    private readonly ISupplyTree _tree;
    private readonly Func<long> _clock;

    // Of the supplies that the last list found. Replaced, never changed: lists may be made by several threads at once.
    private Dictionary<string, SupplyLayout> _layouts = [];

    internal SysfsSource(ISupplyTree tree, Func<long>? clock = null)
    {
        _tree = tree;
        _clock = clock ?? (static () => Environment.TickCount64);
    }

    /// <inheritdoc/>
    public string Backend => "sysfs";

    /// <summary>Opens a tree.</summary>
    /// <param name="root"><c>/sys</c>, or a folder in its place, as a host's <c>/sys</c> mounted in a container.</param>
    /// <exception cref="BatteryException">The folder is not there.</exception>
    public static SysfsSource Open(string root)
    {
        if (root.Length == 0)
        {
            throw new BatteryException(BatteryError.InvalidArgument, "the path of the sysfs root is empty; give the folder that holds class/power_supply, as /sys does");
        }

        string classes = Path.Combine(Path.GetFullPath(root), "class");
        int error = new SysfsFolder(classes).Probe();
        if (error != 0)
        {
            // A kernel without power supplies has no class/power_supply, but every sysfs has classes.
            string problem = error is not (Errno.NoEntry or Errno.NotAFolder) ? Errno.Text(error)
                : new SysfsFolder(root).Exists ? "there is no folder 'class' in it"
                : "there is no such folder";
            throw new BatteryException(Errno.OfPath(error), $"cannot open {root}: {problem}; give the folder that holds class/power_supply, as /sys does");
        }

        return new(new SysfsTree(Path.Combine(classes, "power_supply")));
    }

    /// <inheritdoc/>
    public List<BatteryDevice> ReadBatteries()
    {
        var batteries = new List<BatteryDevice>();
        SysfsSupplyReader? refused = null;
        foreach ((SysfsSupplyReader reader, RawReading raw) in ReadSupplies())
        {
            refused ??= reader.Refusal != 0 ? reader : null;
            if (BatteryDevice.Of(reader, raw, isShared: true) is { } battery)
            {
                batteries.Add(battery);
            }
        }

        // Whether what may not be read is a battery is not known: no battery would be a guess.
        return batteries.Count > 0 || refused is null
            ? batteries
            : throw new BatteryException(
                Errno.OfPath(refused.Refusal), $"cannot read {refused.Location}: {Errno.Text(refused.Refusal)}; run as a user who may read it");
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
    public Measured ReadAdapterPower() => Measured.Unknown(Reason.Missing);

    /// <inheritdoc/>
    public Recording Record(bool keepsSerialNumbers) => TreeRecorder.Record(ListSupplies(), keepsSerialNumbers);

    /// <inheritdoc/>
    public IChangeSignal OpenSignal() => _tree.OpenSignal();

    // A reading is good until the next one.
    private IEnumerable<(SysfsSupplyReader Reader, RawReading Raw)> ReadSupplies()
    {
        Dictionary<string, SupplyLayout> known = _layouts;
        var layouts = new Dictionary<string, SupplyLayout>();
        var raw = new RawReading { Name = string.Empty };
        foreach (ISupplyFolder folder in ListSupplies())
        {
            known.TryGetValue(folder.Name, out SupplyLayout? layout);
            var reader = new SysfsSupplyReader(folder, _clock, layout?.IsStillOf(folder) == true ? layout : null);
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

    private List<ISupplyFolder> ListSupplies()
    {
        List<ISupplyFolder> folders = _tree.List();
        folders.Sort(static (left, right) => NaturalNameComparer.Instance.Compare(left.Name, right.Name));
        return folders;
    }
}
