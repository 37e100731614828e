using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The Python package.</summary>
internal static class PythonPackage
{
    /// <summary>The folder that is installed, and that Python can import the package from.</summary>
    public static string Folder { get; } = Repository.At("bindings", "python");
}
