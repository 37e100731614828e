using System.Globalization;
using System.Text;
using Battery.Core.ChargeLimits;
using Battery.Core.Linux;
using Battery.Core.Linux.Control;
using Battery.Core.Linux.Native;

namespace Battery.Core.Tests.Linux.Control;

/// <summary>A driver whose attributes accept, refuse or change what is written. It logs each write.</summary>
internal sealed class FakeDriver : ISupplyDirectory, IAttributeWriter
{
    public const string Start = "charge_control_start_threshold";
    public const string End = "charge_control_end_threshold";
    public const string Types = "charge_types";

    /// <summary>The attributes; null for one that cannot be read.</summary>
    public Dictionary<string, string?> Attributes { get; } = [];

    /// <summary>What was written and accepted.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>How long the caller waited, in milliseconds.</summary>
    public int Waited { get; private set; }

    /// <summary>What a write does: it returns an error, or 0 after it has changed what it changes.</summary>
    public required Func<FakeDriver, string, string, int> OnWrite { get; init; }

    /// <summary>What happens while the caller waits.</summary>
    public Action<FakeDriver> OnWait { get; init; } = static _ => { };

    public HashSet<string> ReadOnly { get; } = [];

    public string Name => "BAT0";

    public string Location => "/sys/class/power_supply/BAT0";

    public bool IsSysfs => true;

    public bool Exists { get; set; } = true;

    public string? MachineVendor { get; init; }

    public DirectoryStamp Stamp => default;

    public AttributeCache? Cache { get; set; }

    public IAttributeWriter Writer => this;

    /// <summary>The thresholds in force.</summary>
    public (string? Start, string? End) Thresholds => (Attributes.GetValueOrDefault(Start), Attributes.GetValueOrDefault(End));

    /// <summary>A driver that stores what is written.</summary>
    public static FakeDriver With(int? start, int? end, string? types = null) =>
        With(static (driver, name, text) => driver.Store(name, text), start, end, types);

    /// <summary>A driver with thresholds in force.</summary>
    public static FakeDriver With(Func<FakeDriver, string, string, int> onWrite, int? start, int? end, string? types = null)
    {
        var driver = new FakeDriver { OnWrite = onWrite };
        foreach ((string name, object? value) in new (string, object?)[] { (Start, start), (End, end), (Types, types) })
        {
            if (value is not null)
            {
                driver.Attributes.Add(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            }
        }

        return driver;
    }

    public int Number(string name) => int.Parse(Attributes[name]!, CultureInfo.InvariantCulture);

    /// <summary>Stores what is written; a charge type becomes the active one.</summary>
    public int Store(string name, string text)
    {
        Attributes[name] = name != Types ? text
            : string.Join(' ', Attributes[Types]!.Split(' ').Select(static word => word.Trim('[', ']')).Select(word => word == text ? $"[{word}]" : word));
        return 0;
    }

    /// <summary>Sets a limit, and checks the request first as a battery does.</summary>
    public ChargeLimit Set(int? start, int end)
    {
        var request = new ChargeLimitRequest(start, end);
        request.Check();
        return new ThresholdControl(this, this, milliseconds =>
        {
            Waited += milliseconds;
            OnWait(this);
        }).Set(request);
    }

    public bool TryList(out List<byte[]> names)
    {
        names = [.. Attributes.Keys.Select(Encoding.ASCII.GetBytes)];
        return true;
    }

    public ISupplyFile File(ReadOnlySpan<byte> name) => new FakeFile(Attributes, Encoding.ASCII.GetString(name));

    public bool CanWrite(string name) => Attributes.ContainsKey(name) && !ReadOnly.Contains(name);

    public int Write(string name, string text)
    {
        int error = Attributes.ContainsKey(name) ? OnWrite(this, name, text) : Errno.NoEntry;
        if (error == 0)
        {
            Writes.Add($"{name} {text}");
        }

        return error;
    }

    private sealed class FakeFile(Dictionary<string, string?> attributes, string name) : ISupplyFile
    {
        public int Read(Span<byte> buffer, out int error)
        {
            error = !attributes.TryGetValue(name, out string? text) ? Errno.NoEntry : text is null ? Errno.NoData : 0;
            return error == 0 ? Encoding.ASCII.GetBytes(text + "\n", buffer) : -1;
        }
    }
}
