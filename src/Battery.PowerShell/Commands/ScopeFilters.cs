namespace Battery.PowerShell.Commands;

/// <summary>What a <see cref="ScopeFilter"/> lets through.</summary>
internal static class ScopeFilters
{
    public static bool Includes(this ScopeFilter filter, BatteryScope scope) =>
        (filter & (scope == BatteryScope.Peripheral ? ScopeFilter.Peripheral : ScopeFilter.System)) != 0;
}
