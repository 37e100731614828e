using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>The names of batteries that a user gave, with wildcards.</summary>
internal sealed class BatteryNames
{
    private readonly List<(string Text, WildcardPattern Pattern)> _names;

    /// <exception cref="WildcardPatternException">A name is not a valid pattern.</exception>
    public BatteryNames(IEnumerable<string> names) =>
        _names = [.. names.Select(static name => (name, WildcardPattern.Get(name, WildcardOptions.IgnoreCase)))];

    /// <summary>The batteries that match a name, each once, in their own order.</summary>
    public List<BatteryInfo> Select(List<BatteryInfo> batteries) => batteries.FindAll(Matches);

    /// <summary>Whether the battery matches a name.</summary>
    public bool Matches(BatteryInfo battery) => _names.Exists(name => name.Pattern.IsMatch(battery.Name));

    /// <summary>The names that no battery matches.</summary>
    public IEnumerable<string> Unmatched(List<BatteryInfo> batteries) =>
        _names.Where(name => !batteries.Exists(battery => name.Pattern.IsMatch(battery.Name))).Select(static name => name.Text);
}
