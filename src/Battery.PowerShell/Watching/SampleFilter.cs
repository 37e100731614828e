using System.Reflection;

namespace Battery.PowerShell.Watching;

/// <summary>Leaves out samples that are equal to the battery's last one.</summary>
/// <param name="changedOnly">Whether to do so; otherwise it returns all.</param>
internal sealed class SampleFilter(bool changedOnly)
{
    // All properties but the time, which always differs.
    private static readonly PropertyInfo[] s_values =
        [.. typeof(BatteryInfo).GetProperties().Where(static property => property.Name != nameof(BatteryInfo.Timestamp))];

    private Dictionary<string, BatteryInfo> _last = [];

    /// <summary>The names of the batteries that were in the previous round, and are not in the last one.</summary>
    public IReadOnlyList<string> Removed { get; private set; } = [];

    /// <summary>The samples of a round that changed. A battery that was removed has no last sample when it is added again.</summary>
    public List<BatteryInfo> FilterUnchanged(List<BatteryInfo> round)
    {
        List<BatteryInfo> changed = changedOnly ? round.FindAll(IsNew) : round;
        Removed = [.. _last.Keys.Where(name => !round.Exists(sample => sample.Name == name))];
        _last = round.ToDictionary(static sample => sample.Name);
        return changed;
    }

    private bool IsNew(BatteryInfo sample) =>
        !_last.TryGetValue(sample.Name, out BatteryInfo? last)
        || s_values.Any(property => !Equals(property.GetValue(sample), property.GetValue(last)));
}
