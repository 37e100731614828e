using System.Globalization;
using System.Text;
using Battery.Core.ChargeLimits;
using Battery.Core.Linux.Native;
using Battery.Core.Model;

namespace Battery.Core.Linux.Control;

/// <summary>Reads and writes attributes of a supply, and undoes what it wrote.</summary>
/// <param name="directory">The supply.</param>
/// <param name="writer">Writes its attributes.</param>
/// <param name="sleep">Waits, in milliseconds.</param>
internal sealed class AttributeJournal(ISupplyDirectory directory, IAttributeWriter writer, Action<int> sleep)
{
    /// <summary>The pause before something is tried or read again, in milliseconds.</summary>
    public const int Pause = 100;

    // An embedded controller is busy for some tenths of a second.
    private const int BusyTries = 10;
    private const int MaxPercentage = 100;
    private const int LongestText = 256;

    // The attributes that were written, with what they contained before; null if that could not be read.
    private readonly List<(string Name, string? Before)> _changes = [];

    /// <summary>Whether something was written.</summary>
    public bool HasChanges => _changes.Count > 0;

    /// <summary>Where the supply is.</summary>
    public string Location => directory.Location;

    /// <summary>The maker of the machine; null if it is not known.</summary>
    public string? MachineVendor => writer.MachineVendor;

    /// <summary>Whether an attribute can be set: it exists, and its driver lets somebody write it.</summary>
    public bool CanSet(string name) => writer.CanWrite(name);

    /// <summary>Reads an attribute; null if it cannot be read.</summary>
    public string? Read(string name)
    {
        Span<byte> buffer = stackalloc byte[LongestText];
        int length = directory.File(Encoding.ASCII.GetBytes(name)).Read(buffer, out _);
        return length < 0 ? null : Encoding.UTF8.GetString(buffer[..length]).Trim();
    }

    /// <summary>Reads a percentage; null if it cannot be read, or is none: firmware reports −10 or 78,497,792 where it has no threshold.</summary>
    public int? ReadPercentage(string name) =>
        int.TryParse(Read(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number is >= 0 and <= MaxPercentage
            ? number
            : null;

    /// <summary>Writes an attribute, again for a while if the device is busy.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="text">Its new text.</param>
    /// <param name="before">Its present text; null if that cannot be read.</param>
    /// <returns>0, or the system's error.</returns>
    public int Write(string name, string text, string? before)
    {
        int error = TryWrite(name, text);
        if (error == 0)
        {
            _changes.Add((name, before));
        }

        return error;
    }

    /// <summary>Waits before something is tried or read again.</summary>
    public void Wait() => sleep(Pause);

    /// <summary>Restores what was written, the last first: each step back leads to a state that the device accepted before.</summary>
    /// <returns>What became of it, for a message.</returns>
    public string Undo()
    {
        var kept = new List<string>();
        for (int last = _changes.Count - 1; last >= 0; last--)
        {
            (string Name, string? Before) change = _changes[last];
            if (change.Before is null || TryWrite(change.Name, change.Before) != 0)
            {
                kept.Add($"{change.Name} is {PlainText.Clean(Read(change.Name) ?? "not known")} now, and was {PlainText.Clean(change.Before ?? "not known")}");
            }
        }

        _changes.Clear();
        return kept.Count == 0 ? "what had been changed was restored" : $"what had been changed could not be restored: {string.Join(", ", kept)}";
    }

    /// <summary>The exception of a write that failed.</summary>
    public BatteryException Failure(string name, string text, int error)
    {
        (BatteryError code, string remedy) = error switch
        {
            Errno.AccessDenied or Errno.NotPermitted => (
                BatteryError.PermissionDenied,
                "run as root, or let a group write the attribute by the udev rule of docs/charge-limit.md"),
            Errno.ReadOnlyFileSystem => (BatteryError.PermissionDenied, "sysfs is mounted read-only, as in most containers; set the limit on the host"),
            Errno.NoEntry or Errno.NotAFolder or Errno.NoDevice when !directory.Exists => (
                BatteryError.NotFound, "the battery was removed; list the batteries again"),
            Errno.NoEntry or Errno.NoDevice or Errno.NoSuchAddress or Errno.NoData or Errno.NotSupported => (
                BatteryError.NotSupported, $"the driver has the attribute, but this device does not support it; {VendorTools.OnLinux(MachineVendor)}"),
            Errno.InvalidArgument or Errno.OutOfRange => (BatteryError.Refused, "the device does not offer this value; try another, for example 80"),
            Errno.Busy or Errno.TryAgain => (BatteryError.Io, "the device is busy; try again"),
            _ => (BatteryError.Io, "see the system's log"),
        };
        return new(code, $"cannot write {text} to {Location}/{name}: {Errno.Text(error)}; {remedy}");
    }

    private int TryWrite(string name, string text)
    {
        int error = writer.Write(name, text);
        for (int tries = 1; error is Errno.Busy or Errno.TryAgain && tries < BusyTries; tries++)
        {
            Wait();
            error = writer.Write(name, text);
        }

        return error;
    }
}
