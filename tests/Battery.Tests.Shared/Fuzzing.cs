using System.Globalization;

namespace Battery.Tests.Shared;

/// <summary>How long tests of random input and of load run: some seconds, or BATTERY_FUZZ_SECONDS.</summary>
public static class Fuzzing
{
    public const string Variable = "BATTERY_FUZZ_SECONDS";

    /// <summary>Seconds.</summary>
    public static int Seconds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out int seconds) ? seconds : 5;
}
