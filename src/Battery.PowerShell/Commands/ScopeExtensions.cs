namespace Battery.PowerShell.Commands;

/// <summary>The scopes that a command reads.</summary>
internal static class ScopeExtensions
{
    /// <summary>Whether the scopes include a battery's scope, whose value is the bit of the same name.</summary>
    public static bool Includes(this BatteryScopes scopes, BatteryScope scope) => (scopes & (BatteryScopes)scope) != 0;
}
