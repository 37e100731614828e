using Battery.Tests.Shared;

namespace Battery.Vm.Tests;

/// <summary>What the build wrote into this assembly.</summary>
internal static class Build
{
    /// <summary>Where Battery.Shell was built.</summary>
    public static string ShellFolder { get; } = BuildMetadata.Of(typeof(Build), nameof(ShellFolder));
}
