using System.Reflection;

namespace Battery.Tests.Shared;

/// <summary>What the build wrote into a test program by <c>AssemblyMetadata</c> items.</summary>
public static class BuildMetadata
{
    /// <summary>The value of an item.</summary>
    /// <param name="type">A type of the test program.</param>
    /// <param name="key">The item's name.</param>
    public static string Of(Type type, string key) =>
        type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
