using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Names of batteries as they are asked for, with wildcards.</summary>
internal sealed class BatteryNames
{
    private readonly List<(string Text, WildcardPattern Pattern)> _names;

    /// <exception cref="WildcardPatternException">One of them is no pattern.</exception>
    public BatteryNames(IEnumerable<string> names) =>
        _names = [.. names.Select(static name => (name, WildcardPattern.Get(name, WildcardOptions.IgnoreCase)))];

    /// <summary>The batteries that one of the names is of, each once, in their own order.</summary>
    public List<BatteryInfo> Choose(List<BatteryInfo> batteries) => batteries.FindAll(Matches);

    /// <summary>Whether one of the names is the battery's.</summary>
    public bool Matches(BatteryInfo battery) => _names.Exists(name => name.Pattern.IsMatch(battery.Name));

    /// <summary>The names that no battery has.</summary>
    public IEnumerable<string> Missing(List<BatteryInfo> batteries) =>
        _names.Where(name => !batteries.Exists(battery => name.Pattern.IsMatch(battery.Name))).Select(static name => name.Text);
}
