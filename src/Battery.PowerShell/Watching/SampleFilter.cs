using System.Reflection;

namespace Battery.PowerShell.Watching;

/// <summary>Lets those samples pass that differ from the battery's last one.</summary>
/// <param name="changedOnly">Whether it does so; else all pass.</param>
internal sealed class SampleFilter(bool changedOnly)
{
    // All values but the moment, which always differs; a property that is added later counts by itself.
    private static readonly PropertyInfo[] s_values =
        [.. typeof(BatteryInfo).GetProperties().Where(static property => property.Name != nameof(BatteryInfo.Timestamp))];

    private Dictionary<string, BatteryInfo> _last = [];

    /// <summary>The names of the batteries that the round before the last one had, and the last one has not.</summary>
    public IReadOnlyList<string> Removed { get; private set; } = [];

    /// <summary>The samples of a round that pass. A battery that is not in it is new when it is added again.</summary>
    public List<BatteryInfo> Passing(List<BatteryInfo> round)
    {
        List<BatteryInfo> passing = changedOnly ? round.FindAll(IsNew) : round;
        Removed = [.. _last.Keys.Where(name => !round.Exists(sample => sample.Name == name))];
        _last = round.ToDictionary(static sample => sample.Name);
        return passing;
    }

    private bool IsNew(BatteryInfo sample) =>
        !_last.TryGetValue(sample.Name, out BatteryInfo? last)
        || s_values.Any(property => !Equals(property.GetValue(sample), property.GetValue(last)));
}
