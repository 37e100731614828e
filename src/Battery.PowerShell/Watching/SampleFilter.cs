using System.Reflection;

namespace Battery.PowerShell.Watching;

/// <summary>Lets a sample pass that differs from the battery's last one.</summary>
/// <param name="changedOnly">Whether it does so; else all pass.</param>
internal sealed class SampleFilter(bool changedOnly)
{
    // All values but the moment, which always differs; a property that is added later counts by itself.
    private static readonly PropertyInfo[] s_values =
        [.. typeof(BatteryInfo).GetProperties().Where(static property => property.Name != nameof(BatteryInfo.Timestamp))];

    private readonly Dictionary<string, BatteryInfo> _last = [];

    /// <summary>Whether the sample passes. It is the battery's last one from now on.</summary>
    public bool Passes(BatteryInfo sample)
    {
        if (!changedOnly)
        {
            return true;
        }

        bool isNew = !_last.TryGetValue(sample.Name, out BatteryInfo? last)
            || s_values.Any(property => !Equals(property.GetValue(sample), property.GetValue(last)));
        _last[sample.Name] = sample;
        return isNew;
    }
}
