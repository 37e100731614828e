using System.Globalization;

namespace Battery.Tests.Shared;

/// <summary>How long tests of random input and of load go on: briefly in each run, as long as BATTERY_FUZZ_SECONDS says in a run of their own.</summary>
public static class Fuzzing
{
    public const string Variable = "BATTERY_FUZZ_SECONDS";

    /// <summary>Seconds.</summary>
    public static int Seconds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out int seconds) ? seconds : 5;
}
