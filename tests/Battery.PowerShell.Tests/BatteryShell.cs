using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests;

/// <summary>The program of src/Battery.Shell.</summary>
internal static class BatteryShell
{
    public static string Path { get; } = BuildMetadata.Of(typeof(BatteryShell), "Shell");

    public static CommandResult Run(params string[] arguments) => Command.Run("dotnet", [Path, .. arguments]);
}
