namespace Battery.History.Tests;

/// <summary>What <see cref="CultureTests"/> runs in a process of another time zone.</summary>
public sealed class TimeZoneProbe
{
    internal const string Variable = "BATTERY_HISTORY_PROBE";

    [Fact(Explicit = true)]
    public void Writes_what_this_time_zone_gives() =>
        File.WriteAllText(Environment.GetEnvironmentVariable(Variable)!, $"{TimeZoneInfo.Local.Id}\n{CultureTests.Everything()}");
}
