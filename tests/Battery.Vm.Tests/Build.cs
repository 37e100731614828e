using System.Reflection;

namespace Battery.Vm.Tests;

/// <summary>What the build wrote into this assembly.</summary>
internal static class Build
{
    /// <summary>Where Battery.Shell was built.</summary>
    public static string ShellFolder { get; } = typeof(Build).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == nameof(ShellFolder)).Value!;
}
