using System.Reflection;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests;

/// <summary>The program of src/Battery.Shell.</summary>
internal static class BatteryShell
{
    public static string Path { get; } = typeof(BatteryShell).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Shell").Value!;

    public static CommandResult Run(params string[] arguments) => Command.Run("dotnet", [Path, .. arguments]);
}
